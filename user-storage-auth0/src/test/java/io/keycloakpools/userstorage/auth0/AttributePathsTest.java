package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttributePathsTest {

  @Test
  void textsNumbersAndBooleansHaveTheirNames() {
    assertThat(AttributePaths.of(json("{'a':'x','b':7,'c':1.5,'d':true,'e':''}")))
        .isEqualTo(
            Map.of(
                "a", List.of("x"),
                "b", List.of("7"),
                "c", List.of("1.5"),
                "d", List.of("true"),
                "e", List.of("")));
  }

  @Test
  void whatIsInObjectsIsNamedByTheWayThere() {
    assertThat(AttributePaths.of(json("{'app_metadata':{'plan':{'name':'gold'},'id':7}}")))
        .isEqualTo(
            Map.of("app_metadata.plan.name", List.of("gold"), "app_metadata.id", List.of("7")));
  }

  @Test
  void arraysHaveSeveralValues() {
    assertThat(AttributePaths.of(json("{'a':['x',7,true],'b':{'c':['y']}}")))
        .isEqualTo(Map.of("a", List.of("x", "7", "true"), "b.c", List.of("y")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "[]", "[{'b':'x'},{'b':'y'}]", "[null]", "[['x']]"})
  void whatHasNoValueIsLeftOut(String value) {
    assertThat(AttributePaths.of(json("{'a':" + value + ",'z':1}"))).containsOnlyKeys("z");
  }

  @Test
  void objectsAndNothingsAmongValuesAreLeftOut() {
    assertThat(AttributePaths.of(json("{'a':['x',null,{'b':1},'y']}")))
        .isEqualTo(Map.of("a", List.of("x", "y")));
  }

  @Test
  void namesWithDotsAndAddressesAreTakenAsTheyAre() {
    assertThat(AttributePaths.of(json("{'https://example.com/roles':['a'],'x.y':'1','':'2'}")))
        .isEqualTo(
            Map.of(
                "https://example.com/roles", List.of("a"), "x.y", List.of("1"), "", List.of("2")));
  }

  @Test
  void ofTwoThatHaveOnePathTheFirstIsTaken() {
    assertThat(AttributePaths.of(json("{'a.b':'1','a':{'b':'2'}}")))
        .isEqualTo(Map.of("a.b", List.of("1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x'", "7", "null", "[]", "[{'a':1}]", "{}"})
  void whatIsNoObjectHasNoPaths(String text) {
    assertThat(AttributePaths.of(json(text)).keySet()).isSubsetOf("");
  }

  @Test
  void depthIsBounded() {
    ObjectNode deepest = JsonNodeFactory.instance.objectNode().put("x", 1);
    ObjectNode node = deepest;
    for (int i = 0; i < 5000; i++) {
      node = JsonNodeFactory.instance.objectNode().put("x", i).set("n", node);
    }

    assertThat(AttributePaths.of(node))
        .hasSize(10)
        .containsKey("n.n.n.n.n.n.n.n.n.x")
        .doesNotContainKey("n.n.n.n.n.n.n.n.n.n.x");
  }

  @Test
  void numberIsBounded() {
    ObjectNode user = JsonNodeFactory.instance.objectNode();
    ArrayNode values = user.putArray("first");
    for (int i = 0; i < 3000; i++) {
      values.add(i);
      user.put("key" + i, i);
    }

    assertThat(AttributePaths.of(user)).hasSize(1000);
    assertThat(AttributePaths.of(user).get("first")).hasSize(1000);
  }
}
