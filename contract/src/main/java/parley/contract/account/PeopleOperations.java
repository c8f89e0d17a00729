package parley.contract.account;

import static parley.contract.Exposure.BROWSER;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;

/** Finding people by what they are called. */
public final class PeopleOperations implements CatalogPart {
  public static final Operation<SearchPeople, Profiles> SEARCH_PEOPLE =
      Operation.named("chat.people.search")
          .summary("People by the beginnings of their names, without the caller.")
          .request(SearchPeople.class)
          .reply(Profiles.class)
          .callableFrom(BROWSER);

  public static final Operation<FindPeople, Profiles> FIND_PEOPLE =
      Operation.named("persistence.people.find")
          .summary("People by the beginnings of their names, without who asks.")
          .request(FindPeople.class)
          .reply(Profiles.class);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(SEARCH_PEOPLE, FIND_PEOPLE);
  }
}
