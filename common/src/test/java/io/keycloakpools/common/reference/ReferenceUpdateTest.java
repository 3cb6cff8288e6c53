package io.keycloakpools.common.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.reference.ReferenceUpdate.Occasion;
import io.keycloakpools.common.reference.ReferenceUpdate.Renamed;
import io.keycloakpools.common.reference.ReferenceUpdate.Result;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ReferenceUpdateTest {

  private static final ReferenceSetting CLIENTS =
      ReferenceSetting.names("clients", ReferenceKind.CLIENT);
  private static final ReferenceSetting GROUP =
      ReferenceSetting.names("group", ReferenceKind.GROUP);
  private static final ReferenceSetting GROUPS =
      ReferenceSetting.map("groupMappings", ReferenceKind.GROUP);
  private static final List<ReferenceSetting> SETTINGS = List.of(CLIENTS, GROUP, GROUPS);

  private final Things realm =
      new Things()
          .with(ReferenceKind.CLIENT, "c1", "shop")
          .with(ReferenceKind.CLIENT, "c2", "portal")
          .with(ReferenceKind.GROUP, "g1", "/team");

  private Map<String, List<String>> config = new HashMap<>();

  private Result choose(ReferenceSetting setting, String... names) {
    Map<String, List<String>> next = new HashMap<>(config);
    next.put(setting.key(), Arrays.asList(names));
    next.put(References.KEY, List.of("clients c2 shop"));
    Result result =
        new ReferenceUpdate(realm, config, Occasion.CHOSEN, Optional.empty()).of(SETTINGS, next);
    next.remove(References.KEY);
    result.writeInto(next);
    config = next;
    return result;
  }

  private void follow(Renamed... renamed) {
    Result result =
        new ReferenceUpdate(realm, config, Occasion.FOLLOWED, Arrays.stream(renamed).findFirst())
            .of(SETTINGS, config);
    result.writeInto(config);
  }

  private boolean means(String client) {
    return References.of(config.get(References.KEY))
        .meanClient(
            "clients",
            CLIENTS.in(config),
            realm.byName(ReferenceKind.CLIENT, client).orElseThrow(),
            id -> realm.byId(ReferenceKind.CLIENT, id).isPresent());
  }

  private Optional<String> group() {
    return References.of(config.get(References.KEY))
        .find("group", ReferenceKind.GROUP, GROUP.in(config).get(0), realm)
        .map(Target::id);
  }

  private List<String> broken() {
    return Broken.in(SETTINGS, config, realm).stream()
        .map(one -> one.setting().key() + " " + one.name())
        .toList();
  }

  @Nested
  final class Clients {

    @Test
    void aNameMeansWhatHasItWhenItIsChosenWhateverComesWithIt() {
      assertThat(choose(CLIENTS, "shop").unknown()).isEmpty();

      assertThat(means("shop")).isTrue();
      assertThat(means("portal")).isFalse();
      assertThat(config.get(References.KEY)).containsExactly("clients c1 shop");
    }

    @Test
    void aRenamedOneIsFollowed() {
      choose(CLIENTS, "shop");
      realm.with(ReferenceKind.CLIENT, "c1", "store");
      assertThat(means("store")).as("before its name is").isTrue();

      follow(new Renamed(ReferenceKind.CLIENT, "c1", "shop"));

      assertThat(means("store")).isTrue();
      assertThat(config.get("clients")).containsExactly("store");
    }

    @Test
    void anotherOneOfTheOldNameIsNotMeant() {
      choose(CLIENTS, "shop");
      realm.with(ReferenceKind.CLIENT, "c1", "store").with(ReferenceKind.CLIENT, "c3", "shop");
      assertThat(means("shop")).isFalse();

      follow(new Renamed(ReferenceKind.CLIENT, "c1", "shop"));

      assertThat(means("shop")).isFalse();
      assertThat(means("store")).isTrue();
      choose(CLIENTS, "shop");
      assertThat(means("shop")).as("chosen by what it is called now").isTrue();
      assertThat(means("store")).isFalse();
    }

    @Test
    void aFormerNameStillMeansTheSame() {
      choose(CLIENTS, "shop");
      realm.with(ReferenceKind.CLIENT, "c1", "store");
      follow();

      assertThat(choose(CLIENTS, "shop").unknown()).isEmpty();

      assertThat(config.get("clients")).containsExactly("store");
      assertThat(choose(CLIENTS, "shop", "store").unknown()).isEmpty();
      assertThat(config.get("clients")).containsExactly("store");
    }

    @Test
    void aFormerNameOfOneThatIsNotChosenAnyMoreIsForgotten() {
      choose(CLIENTS, "shop");
      realm.with(ReferenceKind.CLIENT, "c1", "store");
      follow();
      choose(CLIENTS, "portal");

      assertThat(choose(CLIENTS, "shop").unknown()).hasSize(1);
    }

    @Test
    void anUnknownNameIsOneThatWasNotThereBefore() {
      choose(CLIENTS, "shop", "portal");
      realm.without("c2");

      assertThat(choose(CLIENTS, "shop", "portal", "new").unknown())
          .containsExactly(new Broken(CLIENTS, "new"));
      assertThat(broken()).contains("clients portal");
    }

    @Test
    void oneThatIsCreatedAgainIsMeantAndFollowed() {
      choose(CLIENTS, "shop");
      realm.without("c1").with(ReferenceKind.CLIENT, "c9", "shop");
      assertThat(means("shop")).isTrue();
      assertThat(broken()).isEmpty();

      realm.with(ReferenceKind.CLIENT, "c9", "store");
      follow(new Renamed(ReferenceKind.CLIENT, "c9", "shop"));

      assertThat(means("store")).isTrue();
    }

    @Test
    void namesOfAnEarlierVersionAreTakenOver() {
      config.put("clients", List.of(" shop ", "gone"));
      assertThat(means("shop")).as("before they are").isTrue();

      follow();

      assertThat(config.get(References.KEY))
          .containsExactlyInAnyOrder("clients c1 shop", "clients ! gone");
      assertThat(config.get("clients")).hasSize(2);
    }

    @Test
    void aListNeverGetsShorterWhenItFollows() {
      config.put("clients", Arrays.asList(null, "shop", "gone", ""));
      follow();
      realm.with(ReferenceKind.CLIENT, "c1", "store");

      follow(new Renamed(ReferenceKind.CLIENT, "c1", "shop"));

      assertThat(config.get("clients")).containsExactly(null, "store", "gone", "");
    }

    @Test
    void aNameThatWasLostIsKnownUntilTheNamesAreEnteredAgain() {
      config.put("clients", Arrays.asList((String) null));
      follow();
      assertThat(broken()).containsExactly("clients ");

      choose(CLIENTS);
      assertThat(broken()).as("emptied by a form that cannot show it").containsExactly("clients ");

      choose(CLIENTS, "shop");
      assertThat(broken()).isEmpty();
    }
  }

  @Nested
  final class Groups {

    @Test
    void oneThatIsCreatedAgainIsNotMeantUntilItIsChosen() {
      choose(GROUP, "/team");
      realm.without("g1").with(ReferenceKind.GROUP, "g9", "/team");

      follow();
      assertThat(group()).isEmpty();
      assertThat(broken()).containsExactly("group /team");

      choose(GROUP, "/team");
      assertThat(group()).contains("g9");
    }

    @Test
    void oneThatWasNotThereWhenAnEarlierVersionWasTakenOverIsNotMeantLater() {
      config.put("group", List.of("/late"));
      follow();

      realm.with(ReferenceKind.GROUP, "g9", "/late");
      follow();

      assertThat(group()).isEmpty();
    }

    @Test
    void thoseOfAMapAreFollowed() {
      choose(GROUPS, "[{\"key\":\"a\",\"value\":\"/team\"},{\"key\":\"b\",\"value\":\"\"}]");
      realm.with(ReferenceKind.GROUP, "g1", "/crew");

      follow();

      assertThat(config.get("groupMappings"))
          .containsExactly("[{\"key\":\"a\",\"value\":\"/crew\"},{\"key\":\"b\",\"value\":\"\"}]");
    }

    @Test
    void aMapThatIsNoneStaysAsItIs() {
      for (String text : List.of("not JSON", "{\"a\":1}", "[1]", "[ {\"key\": \"a\"} ]")) {
        config.put("groupMappings", List.of(text));
        follow();
        assertThat(config.get("groupMappings")).containsExactly(text);
      }
    }
  }

  @Test
  void whatAnImportBringsLaterIsLookedForByNameUntilItIsThere() {
    Map<String, List<String>> file = new HashMap<>();
    file.put("clients", Arrays.asList("shop", null));
    file.put("group", List.of("/later"));
    new ReferenceUpdate(realm, Map.of(), Occasion.CHOSEN, Optional.empty())
        .of(SETTINGS, file)
        .withoutMissing()
        .writeInto(file);
    config = file;
    assertThat(file.get(References.KEY)).containsExactlyInAnyOrder("clients c1 shop", "clients ! ");

    realm.with(ReferenceKind.GROUP, "g9", "/later");

    assertThat(group()).contains("g9");
  }

  @Test
  void nothingIsWrittenIfNothingChanges() {
    choose(CLIENTS, "shop");
    Result again =
        new ReferenceUpdate(realm, config, Occasion.FOLLOWED, Optional.empty())
            .of(SETTINGS, config);

    assertThat(again.isIn(config)).isTrue();
  }
}
