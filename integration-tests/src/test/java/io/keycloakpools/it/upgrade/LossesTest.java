package io.keycloakpools.it.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.keycloakpools.harness.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "{'a':1}; {'a':1}",
        "{'a':1}; {'a':1,'b':2}",
        "['x','y']; ['z','y','x']",
        "[{'id':'1','n':2}]; [{'id':'0'},{'id':'1','n':2,'m':3}]",
        "[{'n':2}]; [{'n':3},{'n':2}]",
      })
  void whatIsStillThereIsNoLoss(String before, String after) {
    assertThat(losses(before, after)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "{'a':{'b':1}}; {'a':{}}; /a/b is missing, it was 1",
        "{'a':1}; {'a':2}; /a was 1, and is 2",
        "{'a':['x']}; {'a':['y']}; /a has no more 'x', but ['y']",
        "{'a':['x']}; {'a':'x'}; /a was ['x'], and is 'x'",
        "[{'id':'1'}]; []; [1] is missing, it was {'id':'1'}",
        "[{'id':'1','name':'n','c':1}]; [{'id':'1','name':'n'}]; [n]/c is missing, it was 1",
        "[{'name':'n','c':[1]}]; [{'name':'n','c':[]}]; [n]/c has no more 1, but []",
      })
  void aLossIsNamedWithItsPath(String before, String after, String loss) {
    assertThat(losses(before, after)).singleElement().isEqualTo(loss.replace('\'', '"'));
  }

  @Test
  void aDocumentThatIsKeptAsTextIsComparedAsADocument() {
    JsonNode before = texts("{\"a\":[1]}");

    assertThat(Losses.between(before, texts("{\"a\":[2,1],\"b\":3}"))).isEmpty();
    assertThat(Losses.between(before, texts("{\"a\":[2]}")))
        .containsExactly("/a has no more 1, but [2]");
    assertThat(Losses.between(before, texts("other"))).hasSize(1);
  }

  private static JsonNode texts(String text) {
    return JsonNodeFactory.instance.arrayNode().add(text);
  }

  private static List<String> losses(String before, String after) {
    return Losses.between(
        Json.read(before.replace('\'', '"')), Json.read(after.replace('\'', '"')));
  }
}
