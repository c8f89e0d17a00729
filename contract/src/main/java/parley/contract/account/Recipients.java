package parley.contract.account;

import java.util.List;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("To whom a link may be sent.")
public record Recipients(@Doc("The accounts.") @Bounds(most = MAX) List<Recipient> recipients) {
  /** The most accounts that are told at once. */
  public static final int MAX = 5;

  public Recipients {
    recipients = Check.list("recipients", recipients, 0, MAX);
  }
}
