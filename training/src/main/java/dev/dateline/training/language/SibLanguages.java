package dev.dateline.training.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The languages that the model tells apart, with the codes that SIB-200 has for them. */
public final class SibLanguages {

  private static final String TABLE =
      """
      af afr_Latn am amh_Ethi ar arb_Arab as asm_Beng ast ast_Latn az azj_Latn ba bak_Cyrl
      be bel_Cyrl bg bul_Cyrl bn ben_Beng bo bod_Tibt bs bos_Latn ca cat_Latn ceb ceb_Latn
      ckb ckb_Arab crh crh_Latn cs ces_Latn cy cym_Latn da dan_Latn de deu_Latn el ell_Grek
      en eng_Latn eo epo_Latn es spa_Latn et est_Latn eu eus_Latn fa pes_Arab fi fin_Latn
      fo fao_Latn fr fra_Latn ga gle_Latn gd gla_Latn gl glg_Latn gn grn_Latn gu guj_Gujr
      ha hau_Latn he heb_Hebr hi hin_Deva hr hrv_Latn ht hat_Latn hu hun_Latn hy hye_Armn
      id ind_Latn ig ibo_Latn is isl_Latn it ita_Latn ja jpn_Jpan jv jav_Latn ka kat_Geor
      kk kaz_Cyrl km khm_Khmr kn kan_Knda ko kor_Hang ku kmr_Latn ky kir_Cyrl lb ltz_Latn
      lg lug_Latn ln lin_Latn lo lao_Laoo lt lit_Latn lv lvs_Latn mg plt_Latn mi mri_Latn
      mk mkd_Cyrl ml mal_Mlym mn khk_Cyrl mr mar_Deva ms zsm_Latn mt mlt_Latn my mya_Mymr
      nb nob_Latn ne npi_Deva nl nld_Latn nn nno_Latn ny nya_Latn oc oci_Latn om gaz_Latn
      or ory_Orya pa pan_Guru pl pol_Latn ps pbt_Arab pt por_Latn qu quy_Latn rn run_Latn
      ro ron_Latn ru rus_Cyrl rw kin_Latn sa san_Deva sd snd_Arab si sin_Sinh sk slk_Latn
      sl slv_Latn sm smo_Latn sn sna_Latn so som_Latn sq als_Latn sr srp_Cyrl st sot_Latn
      su sun_Latn sv swe_Latn sw swh_Latn ta tam_Taml te tel_Telu tg tgk_Cyrl th tha_Thai
      ti tir_Ethi tk tuk_Latn tl tgl_Latn tn tsn_Latn tr tur_Latn tt tat_Cyrl ug uig_Arab
      uk ukr_Cyrl ur urd_Arab uz uzn_Latn vi vie_Latn wo wol_Latn xh xho_Latn yi ydd_Hebr
      yo yor_Latn yue yue_Hant zh zho_Hans zh-Hant zho_Hant zu zul_Latn
      """;

  private static final Map<String, String> CODES = codes();

  private SibLanguages() {}

  /** SIB-200 codes by BCP 47 tag, in the order of the tags. */
  public static Map<String, String> codeByTag() {
    return CODES;
  }

  /** The tags of all languages of the model, those made from another script among them. */
  public static List<String> tags() {
    List<String> tags = new ArrayList<>(CODES.keySet());
    tags.add("pcm");
    tags.add("sr-Latn");
    Collections.sort(tags);
    return tags;
  }

  private static Map<String, String> codes() {
    String[] fields = TABLE.strip().split("\\s+");
    Map<String, String> codes = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      codes.put(fields[i], fields[i + 1]);
    }
    return Collections.unmodifiableMap(codes);
  }
}
