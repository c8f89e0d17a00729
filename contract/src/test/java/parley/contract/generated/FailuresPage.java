package parley.contract.generated;

import java.util.List;
import parley.contract.Catalog;
import parley.contract.CloseCode;
import parley.contract.FailureCode;
import parley.contract.Operation;

/** The reference page of the failure codes and of the codes with which sockets are closed. */
final class FailuresPage {
  private FailuresPage() {}

  static String of(Catalog catalog) {
    Markdown page =
        new Markdown("Failures")
            .paragraph(
                "The number travels as `failureCode`, the name as `message`; the text of an "
                    + "exception never does. The thousand tells the caller's duty, so that a "
                    + "number unknown to an old client is still treated rightly.")
            .table("Thousand", "Duty");
    for (int thousand = 1000; thousand <= 3000; thousand += 1000) {
      page.row(Integer.toString(thousand), FailureCode.duty(thousand));
    }
    page.table("Number", "Name", "Meaning", "Duty", "Where");
    for (FailureCode code : FailureCode.values()) {
      page.row(
          Integer.toString(code.number()),
          Markdown.code(code.name()),
          code.meaning(),
          code.duty(),
          where(catalog, code));
    }
    page.heading("Close codes")
        .paragraph("Why the server closes a socket; any other code means: come back and resume.")
        .table("Code", "Name", "Reason on the wire");
    for (CloseCode code : CloseCode.values()) {
      page.row(Integer.toString(code.number()), Markdown.code(code.name()), code.reason());
    }
    return page.text();
  }

  private static String where(Catalog catalog, FailureCode code) {
    if (code.generic()) {
      return "any operation";
    }
    List<String> addresses =
        catalog.operations().stream()
            .filter(operation -> operation.refusals().contains(code))
            .map(Operation::address)
            .toList();
    return addresses.isEmpty() ? "HTTP only" : Markdown.codes(addresses);
  }
}
