package dev.dateline.enrich.stage.name;

import java.util.List;

/**
 * The letters of scripts without case (and Armenian) in Latin ones, one by one and roughly: what a
 * letter mostly says, long and short vowels as one, no vowel where none is written.
 */
final class CaselessLetters {

  private static final int INDIC_BLOCK = 0x80;
  private static final int FIRST_INDIC = 0x0900;
  private static final int LAST_INDIC = 0x0D7F;

  /**
   * The blocks of nine Indian scripts have the same letters in the same places (ISCII): from the
   * nasal signs to the length mark, a place each.
   */
  private static final String INDIC =
      "_ n n h a a a i i u u ri l e e e ai o o o au k kh g gh n c ch j jh n t th d dh n t th d dh n n p"
          + " ph b bh m i r r l l l v sh sh s h _ _ _ _ a i i u u ri ri e e e ai o o o au _";

  /** Devanagari and its neighbours from 0x58 on: letters with a dot. */
  private static final String DOTTED = "k kh g j r r f i";

  private static final String FURTHER_INDIC = "ৎ=t ৰ=r ৱ=v ੰ=n ੱ= ൺ=n ൻ=n ർ=r ൽ=l ൾ=l ൿ=k ൗ=o";

  private static final String SINHALA =
      "ං=n ඃ=h අ=a ආ=a ඇ=e ඈ=e ඉ=i ඊ=i උ=u ඌ=u ඍ=r එ=e ඒ=e ඓ=e ඔ=o ඕ=o ඖ=o ක=k ඛ=kh ග=g ඝ=gh ඞ=n"
          + " ඟ=ng ච=c ඡ=ch ජ=j ඣ=jh ඤ=n ඥ=gn ඦ=nj ට=t ඨ=th ඩ=d ඪ=dh ණ=n ඬ=nd ත=t ථ=th ද=d ධ=dh"
          + " න=n ඳ=nd ප=p ඵ=ph බ=b භ=bh ම=m ඹ=mb ය=i ර=r ල=l ව=v ශ=sh ෂ=sh ස=s හ=h ළ=l ෆ=f ්= ා=a"
          + " ැ=e ෑ=e ි=i ී=i ු=u ූ=u ෘ=r ෙ=e ේ=e ෛ=e ො=o ෝ=o ෞ=o";

  private static final String THAI =
      "ก=k ข=kh ฃ=kh ค=kh ฅ=kh ฆ=kh ง=ng จ=c ฉ=ch ช=ch ซ=s ฌ=ch ญ=i ฎ=d ฏ=t ฐ=th ฑ=th ฒ=th ณ=n ด=d"
          + " ต=t ถ=th ท=th ธ=th น=n บ=b ป=p ผ=ph ฝ=f พ=ph ฟ=f ภ=ph ม=m ย=i ร=r ฤ=r ล=l ว=v ศ=s"
          + " ษ=s ส=s ห=h ฬ=l อ=o ฮ=h ะ=a ั=a า=a ำ=am ิ=i ี=i ึ=u ื=u ุ=u ู=u เ=e แ=e โ=o ใ=i ไ=i"
          + " ็= ่= ้= ๊= ๋= ์=";

  private static final String KHMER =
      "ក=k ខ=kh គ=k ឃ=kh ង=ng ច=c ឆ=ch ជ=c ឈ=ch ញ=n ដ=d ឋ=th ឌ=d ឍ=th ណ=n ត=t ថ=th ទ=t ធ=th ន=n"
          + " ប=b ផ=ph ព=p ភ=ph ម=m យ=i រ=r ល=l វ=v ស=s ហ=h ឡ=l អ=a ឥ=i ឦ=i ឧ=u ឩ=u ឪ=u ឫ=r ឯ=e"
          + " ឰ=e ឱ=o ឲ=o ា=a ិ=i ី=i ឹ=u ឺ=u ុ=u ូ=u ួ=u ើ=e ឿ=e ៀ=i េ=e ែ=e ៃ=e ោ=o ៅ=o ំ=m ះ=h"
          + " ៈ= ៉= ៊= ់= ៌= ៍= ័= ្=";

  private static final String BURMESE =
      "က=k ခ=kh ဂ=g ဃ=g င=ng စ=s ဆ=s ဇ=z ဈ=z ဉ=n ည=n ဋ=t ဌ=th ဍ=d ဎ=d ဏ=n တ=t ထ=th ဒ=d ဓ=d န=n"
          + " ပ=p ဖ=ph ဗ=b ဘ=b မ=m ယ=i ရ=i လ=l ဝ=v သ=th ဟ=h ဠ=l အ=a ဣ=i ဤ=i ဥ=u ဦ=u ဧ=e ဩ=o ဪ=o"
          + " ါ=a ာ=a ိ=i ီ=i ု=u ူ=u ေ=e ဲ=e ံ=n ့= း= ္= ်= ျ=i ြ=i ွ=v ှ=h";

  private static final String GEORGIAN =
      "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k"
          + " ღ=g ყ=k შ=sh ჩ=ch ც=c ძ=dz წ=c ჭ=ch ხ=h ჯ=dzh ჰ=h";

  private static final String ARMENIAN =
      "ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=e թ=t ժ=zh ի=i լ=l խ=h ծ=c կ=k հ=h ձ=dz ղ=g ճ=ch մ=m յ=i ն=n"
          + " շ=sh ո=o չ=ch պ=p ջ=dzh ռ=r ս=s վ=v տ=t ր=r ց=c ւ=v փ=p ք=k օ=o ֆ=f և=ev";

  private static final String ARABIC =
      "ء= آ=a أ=a ؤ=u إ=i ئ=i ا=a ب=b ة=h ت=t ث=s ج=j ح=h خ=kh د=d ذ=z ر=r ز=z س=s ش=sh ص=s ض=z"
          + " ط=t ظ=z ع=a غ=gh ـ= ف=f ق=k ك=k ل=l م=m ن=n ه=h و=u ى=i ي=i ٹ=t ټ=t پ=p چ=ch څ=c ځ=dz"
          + " ډ=d ڈ=d ړ=r ڑ=r ژ=zh ږ=zh ښ=sh ک=k ګ=g گ=g ں=n ڼ=n ھ=h ہ=h ۂ=h ۃ=h ی=i ې=i ۍ=i ے=i ۓ=i"
          + " ً= ٌ= ٍ= َ= ُ= ِ= ّ= ْ= ٔ=";

  private static final String HEBREW =
      "א=a ב=b ג=g ד=d ה=h ו=v ז=z ח=h ט=t י=i ך=k כ=k ל=l ם=m מ=m ן=n נ=n ס=s ע=a ף=p פ=p ץ=ts"
          + " צ=ts ק=k ר=r ש=sh ת=t";

  /** From 0x1200 on eight syllables a consonant; those of other size are left out. */
  private static final String ETHIOPIC =
      "h l h m s r s sh k kv kv k b v t ch h hv n n _ k kv h _ v _ z zh i d d j g gv g t ch p ts ts"
          + " f p";

  private static final String BARE_ETHIOPIC = "አ=a እ=e ዐ=a ዕ=e ሀ=ha ሐ=ha ኀ=ha";

  private static final String ETHIOPIC_VOWELS = "a u i a e _ o va";
  private static final int FIRST_ETHIOPIC = 0x1200;

  private static final List<String> LETTER_BY_LETTER =
      List.of(
          FURTHER_INDIC,
          SINHALA,
          THAI,
          KHMER,
          BURMESE,
          GEORGIAN,
          ARMENIAN,
          ARABIC,
          HEBREW,
          BARE_ETHIOPIC);

  private static final int CAPITAL_ARMENIAN = 0x30;

  private CaselessLetters() {}

  /** Puts the letters into a table by character, which reaches beyond Khmer at least. */
  static void putInto(String[] table) {
    String[] indic = INDIC.split(" ");
    String[] dotted = DOTTED.split(" ");
    for (int block = FIRST_INDIC; block < LAST_INDIC; block += INDIC_BLOCK) {
      put(table, block, indic);
      put(table, block + 0x58, dotted);
    }
    String[] vowels = ETHIOPIC_VOWELS.split(" ");
    String[] rows = ETHIOPIC.split(" ");
    for (int row = 0; row < rows.length; row++) {
      for (int order = 0; order < vowels.length; order++) {
        table[FIRST_ETHIOPIC + 8 * row + order] = written(rows[row]) + written(vowels[order]);
      }
    }
    for (String script : LETTER_BY_LETTER) {
      for (String pair : script.split(" ")) {
        table[pair.charAt(0)] = pair.substring(2);
      }
    }
    for (int c = 'ա'; c <= 'ֆ'; c++) {
      table[c - CAPITAL_ARMENIAN] = table[c];
    }
  }

  private static void put(String[] table, int from, String[] letters) {
    for (int i = 0; i < letters.length; i++) {
      table[from + i] = written(letters[i]);
    }
  }

  private static String written(String letters) {
    return letters.equals("_") ? "" : letters;
  }
}
