package parley.contract.relation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.account.ReadProfiles;
import parley.contract.id.UserId;

@Doc("Asks what is between an account and others.")
public record ReadBonds(
    @Doc("Who asks.") UserId account, @Doc("The others, 1 to 100.") List<UserId> others) {
  public ReadBonds {
    Check.present("account", account);
    others = Check.list("others", others, 1, ReadProfiles.MAX);
  }
}
