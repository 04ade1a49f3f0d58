package dev.dateline.enrich.stage.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameRulesTest {

  @Test
  void aFormHasTheTypeThatMostOfTheDocumentGivesIt() {
    Tokens tokens = Tokens.of("Левски води. Левски победи. Левски загуби.");
    List<NameSpan> spans =
        rules(
            tokens,
            features(tokens),
            List.of(
                new TokenName(0, 1, EntityType.ORGANIZATION, 0.9),
                new TokenName(3, 4, EntityType.PERSON, 0.8),
                new TokenName(6, 7, EntityType.ORGANIZATION, 0.9)));
    assertThat(spans).extracting(NameSpan::type).containsOnly(EntityType.ORGANIZATION);
  }

  @Test
  void quotationMarksAtTheEdgesAreNotPartOfAName() {
    Tokens tokens = Tokens.of("„Лудогорец“!");
    List<NameSpan> spans =
        rules(tokens, features(tokens), List.of(new TokenName(0, 4, EntityType.ORGANIZATION, 1)));
    assertThat(spans).extracting(name -> name.span().text()).containsExactly("Лудогорец");
  }

  @Test
  void aNameOfSymbolsIsNone() {
    Tokens tokens = Tokens.of("« »");
    assertThat(rules(tokens, features(tokens), List.of(new TokenName(0, 2, EntityType.PRODUCT, 1))))
        .isEmpty();
  }

  @Test
  void koreanParticlesAreCutFromTheEndOfAName() {
    Tokens tokens = Tokens.of("정부는 부산에서 제주도를 밝혔다");
    List<NameSpan> spans =
        rules(
            tokens,
            features(tokens),
            List.of(
                new TokenName(1, 2, EntityType.PLACE, 1),
                new TokenName(2, 3, EntityType.PLACE, 1)));
    assertThat(spans).extracting(name -> name.span().text()).containsExactly("부산", "제주도");
  }

  @Test
  void aPrefixThatAListKnowsIsCutFromTheStartOfAName() {
    Tokens tokens = Tokens.of("בירושלים");
    NameFlags lists = (words, language) -> new int[] {1 << NameFlags.BITS};
    NameFeatures features = NameFeatures.of(tokens, LanguageGuess.UNDETERMINED, lists);
    List<NameSpan> spans =
        rules(tokens, features, List.of(new TokenName(0, 1, EntityType.PLACE, 1)));
    assertThat(spans).extracting(name -> name.span().text()).containsExactly("ירושלים");
  }

  private static NameFeatures features(Tokens tokens) {
    return NameFeatures.of(tokens, LanguageGuess.UNDETERMINED, NameFlags.NONE);
  }

  @Test
  void aNameEndsAtAComma() {
    Tokens tokens = Tokens.of("سلمى البوعناني، مديرة المشروع");
    List<NameSpan> spans =
        rules(tokens, features(tokens), List.of(new TokenName(0, 5, EntityType.PERSON, 1)));
    assertThat(spans).extracting(name -> name.span().text()).containsExactly("سلمى البوعناني");
  }

  @Test
  void aNameEndsAtADashBetweenSpacesAndNotAtAHyphen() {
    Tokens tokens = Tokens.of("해남 - 전라남도 해남의");
    assertThat(rules(tokens, features(tokens), List.of(new TokenName(0, 4, EntityType.PLACE, 1))))
        .extracting(name -> name.span().text())
        .containsExactly("해남");
    Tokens joined = Tokens.of("Ростов-на-Дону");
    assertThat(
            rules(
                joined,
                features(joined),
                List.of(new TokenName(0, joined.size(), EntityType.PLACE, 1))))
        .extracting(name -> name.span().text())
        .containsExactly("Ростов-на-Дону");
  }

  @Test
  void aWholeSentenceIsNoName() {
    Tokens tokens = Tokens.of("这台口径四米的光学望远镜建在海拔四千二百米的山顶附近");
    assertThat(tokens.size()).isGreaterThan(24);
    assertThat(
            rules(
                tokens,
                features(tokens),
                List.of(new TokenName(0, tokens.size(), EntityType.ORGANIZATION, 1))))
        .isEmpty();
  }

  @Test
  void aMonthIsNoPlaceButMayBeAPerson() {
    Tokens tokens = Tokens.of("March");
    for (EntityType type : List.of(EntityType.PLACE, EntityType.PERSON)) {
      assertThat(
              NameRules.apply(
                  tokens,
                  features(tokens),
                  CalendarWords.of("en"),
                  List.of(new TokenName(0, 1, type, 1))))
          .hasSize(type == EntityType.PERSON ? 1 : 0);
    }
  }

  private static List<NameSpan> rules(Tokens tokens, NameFeatures features, List<TokenName> names) {
    return NameRules.apply(tokens, features, CalendarWords.of("und"), names);
  }
}
