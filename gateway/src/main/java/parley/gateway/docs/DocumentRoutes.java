package parley.gateway.docs;

import java.util.List;
import parley.gateway.files.FileAnswer;
import parley.gateway.http.Answer;
import parley.gateway.http.Endpoints;
import parley.gateway.http.Route;

/** Serves the documents, to everybody. */
public final class DocumentRoutes {
  private static final Route OPEN_API =
      document("/openapi.json", "Tell what can be asked over HTTP: this document (OpenAPI 3.1).");
  private static final Route ASYNC_API =
      document("/asyncapi.json", "Tell what can be asked and heard over the bus (AsyncAPI 3.0).");

  /** What is answered here. */
  public static final List<Route> ROUTES = List.of(OPEN_API, ASYNC_API);

  private final Documents documents;

  public DocumentRoutes(Documents documents) {
    this.documents = documents;
  }

  public void addTo(Endpoints endpoints) {
    endpoints
        .on(OPEN_API, context -> FileAnswer.send(documents.openApi(), context))
        .on(ASYNC_API, context -> FileAnswer.send(documents.asyncApi(), context));
  }

  private static Route document(String path, String summary) {
    return Route.get(path)
        .summary(summary)
        .answers(
            Answer.ofAnyJson(200, "The document.")
                .header("ETag", "Tells this document from a later one."))
        .answers(Answer.empty(304, "What `If-None-Match` names is still the document."));
  }
}
