package io.keycloakpools.demo.site;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

final class StartPage {
  private final Guide guide;
  private final URI site;

  StartPage(Guide guide, URI site) {
    this.guide = guide;
    this.site = site;
  }

  SiteReply get() {
    return SiteReply.page(
        "Keycloak Pools demo",
        """
        <h2>Applications</h2>
        <div class="cards">
        %s</div>
        <h2>Addresses</h2>
        <ul>
        %s</ul>
        <h2>What to try</h2>
        <ol>
        %s</ol>
        <h2>People</h2>
        <p>Everybody's password is %s</p>
        %s
        """
            .formatted(applications(), places(), steps(), Html.code(guide.password()), people()));
  }

  private String applications() {
    StringBuilder html = new StringBuilder();
    for (Application each : Application.values()) {
      html.append(
          "<section><h3>%s</h3><p>%s</p><p class=\"actions\">%s</p></section>%n"
              .formatted(
                  Html.link(each.page(site), each.title()),
                  Html.text(each.description()),
                  ApplicationPages.actions(each, site)));
    }
    return html.toString();
  }

  private String places() {
    return guide.places().stream()
        .map(
            place ->
                "<li>%s %s</li>%n"
                    .formatted(Html.link(place.address(), place.name()), Html.text(place.note())))
        .collect(Collectors.joining());
  }

  private String steps() {
    return guide.steps().stream()
        .map(
            step ->
                "<li><h3>%s</h3>%s</li>%n"
                    .formatted(
                        Html.text(step.title()),
                        step.parts().stream().map(StartPage::part).collect(Collectors.joining())))
        .collect(Collectors.joining());
  }

  private static String part(Guide.Part part) {
    if (part instanceof Guide.Say say) {
      return "<p>" + Html.text(say.text()) + "</p>";
    }
    if (part instanceof Guide.Open open) {
      return "<p>" + Html.link(open.address(), open.address().toString()) + "</p>";
    }
    if (part instanceof Guide.Enter enter) {
      return "<p>" + Html.text(enter.label()) + ": " + Html.code(enter.value()) + "</p>";
    }
    return "<p>" + Html.code(((Guide.Command) part).text()) + "</p>";
  }

  private String people() {
    StringBuilder html = new StringBuilder();
    for (Guide.Directory each : guide.directories()) {
      html.append(
          "<section><h3>%s</h3><p>%s</p>%n<table><thead><tr><th scope=\"col\">Name</th>"
              .formatted(Html.text(each.name()), Html.text(each.about())));
      html.append("<th scope=\"col\">What is special</th></tr></thead><tbody>");
      each.people()
          .forEach(
              person ->
                  html.append(
                      "<tr><td>%s</td><td>%s</td></tr>%n"
                          .formatted(Html.code(person.username()), Html.text(person.note()))));
      html.append("</tbody></table>").append(settings(each.settings())).append("</section>");
    }
    return html.toString();
  }

  private static String settings(Map<String, String> settings) {
    StringBuilder html =
        new StringBuilder("<details><summary>Settings of the directory</summary><dl>");
    settings.forEach(
        (label, value) ->
            html.append("<dt>%s</dt><dd>%s</dd>%n".formatted(Html.text(label), Html.code(value))));
    return html.append("</dl></details>").toString();
  }
}
