package dev.dateline.console;

import static dev.dateline.console.Articles.entity;
import static dev.dateline.console.Articles.topic;

import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.EntityType;
import java.util.List;

/** Short reports in several languages and scripts, invented for the tests. */
final class NewsOfTheWorld {

  private NewsOfTheWorld() {}

  static List<EnrichedArticle> articles() {
    return List.of(
        Articles.written(
                "hi",
                "hi",
                "मानसून से पहले जलाशयों की मरम्मत पूरी",
                "सिंचाई विभाग ने बताया कि तीन जलाशयों की मरम्मत का काम तय समय से पहले पूरा हो गया है।")
            .setTopics(List.of(topic("06000000", "environment")))
            .setEntities(
                List.of(entity(EntityType.ORGANIZATION, "सिंचाई विभाग", "dateline:irrigation")))
            .build(),
        Articles.written(
                "de",
                "de",
                "Nachtzug verbindet wieder beide Küsten",
                "Nach zwei Jahren Pause fährt der Zug ab Mai dreimal in der Woche, teilte die Bahn mit.")
            .setRevision(3)
            .setChange(Change.REVISED)
            .setTopics(
                List.of(
                    topic("04000000", "economy, business and finance"),
                    topic("10000000", "lifestyle and leisure")))
            .setEntities(
                List.of(
                    entity(EntityType.PLACE, "Hamburg", "geonames:2911298"),
                    entity(EntityType.PLACE, "Triest", "geonames:3165185"),
                    entity(EntityType.PRODUCT, "Adria-Express", "dateline:adria-express")))
            .build(),
        Articles.written(
                "ja", "ja", "沿岸の町、百年続く灯台の修復を完了", "町は二年にわたる工事を終え、週末に一般公開を始めると発表した。見学は無料で、予約は必要ない。")
            .setTopics(List.of(topic("01000000", "arts, culture, entertainment and media")))
            .setEntities(List.of(entity(EntityType.PLACE, "日本", "iso3166:JP")))
            .build(),
        Articles.written(
                "he",
                "he",
                "הספרייה העירונית נפתחה מחדש אחרי שיפוץ",
                "אלפי תושבים הגיעו לפתיחה, ובהם ילדים רבים שקיבלו כרטיס קורא ראשון.")
            .setTopics(List.of(topic("05000000", "education")))
            .setEntities(
                List.of(entity(EntityType.ORGANIZATION, "הספרייה העירונית", "dateline:library")))
            .build(),
        Articles.written("zh", "zh", "山区铁路隧道提前贯通，预计明年通车", "施工方表示，全长十二公里的隧道比计划提前四个月贯通，沿线三座县城将首次通火车。")
            .setTopics(
                List.of(
                    topic("04000000", "economy, business and finance"),
                    topic("13000000", "science and technology")))
            .setEntities(List.of(entity(EntityType.PLACE, "中国", "iso3166:CN")))
            .build(),
        Articles.written(
                "ar",
                "ar",
                "الميناء القديم يستقبل أول سفينة بعد أعمال التوسعة",
                "قالت إدارة الميناء إن الرصيف الجديد يتسع لثلاث سفن في وقت واحد، وإن العمل فيه بدأ صباح الأحد.")
            .setTopics(List.of(topic("04000000", "economy, business and finance")))
            .setEntities(
                List.of(
                    entity(EntityType.PLACE, "الإسكندرية", "geonames:361058"),
                    entity(EntityType.ORGANIZATION, "إدارة الميناء", "dateline:port")))
            .build(),
        Articles.written(
                "bg",
                "bg",
                "Министрите обсъдиха нов мост над Дунав",
                "Срещата завърши с общо заявление: проучванията започват наесен, а парите ще дойдат от"
                    + " двата бюджета.")
            .setTopics(
                List.of(
                    topic("11000000", "politics and government"),
                    topic("04000000", "economy, business and finance")))
            .setEntities(
                List.of(
                    entity(EntityType.PLACE, "България", "iso3166:BG"),
                    entity(EntityType.PLACE, "Румъния", "iso3166:RO"),
                    entity(EntityType.PLACE, "Дунав", "dateline:danube"),
                    entity(EntityType.CONCEPT, "министър", "dateline:minister"),
                    entity(EntityType.EVENT, "Дунавски форум", "dateline:forum"),
                    entity(EntityType.PERSON, "Мария Стоянова", "dateline:p1"),
                    entity(EntityType.PERSON, "Йон Попеску", "dateline:p2"),
                    entity(EntityType.PLACE, "Русе", "geonames:727523"),
                    entity(EntityType.PLACE, "Гюргево", "geonames:677106"),
                    entity(EntityType.ORGANIZATION, "Съвет на областите", "dateline:council"),
                    entity(EntityType.ORGANIZATION, "Пътна агенция", "dateline:roads")))
            .build());
  }
}
