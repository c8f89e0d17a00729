package parley.persistence.account;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import parley.contract.account.Profile;
import parley.contract.account.Profiles;
import parley.contract.account.Status;
import parley.contract.id.UserId;

/** Reads profiles from rows of {@code account a}. */
public final class ProfileRows {
  /** What {@link #profile} wants to find; a status that is over is not told. */
  public static final String COLUMNS =
      """
      a.id as account, a.username, a.display_name, a.profile_version, a.avatar,
      a.deleted_at is not null as deleted,
      case when told.status then a.status_text end as status_text,
      case when told.status then a.status_emoji end as status_emoji,
      case when told.status
        then floor(extract(epoch from a.status_until) * 1000)::bigint end as status_until
      """;

  /** Belongs behind {@code account a}. */
  public static final String TOLD =
      """
      cross join lateral (
        select a.status_until is null or a.status_until > clock_timestamp() as status) told
      """;

  private ProfileRows() {}

  /** The profile in a row. */
  public static Profile profile(Row row) {
    UserId account = new UserId(row.getUUID("account"));
    long version = row.getLong("profile_version");
    return row.getBoolean("deleted")
        ? Profile.deleted(account, version)
        : new Profile(
            account,
            row.getString("username"),
            row.getString("display_name"),
            version,
            status(row),
            row.getString("avatar"),
            false);
  }

  /** The profiles in some rows, in their order. */
  static Profiles profiles(RowSet<Row> rows) {
    List<Profile> profiles = new ArrayList<>(rows.size());
    rows.forEach(row -> profiles.add(profile(row)));
    return new Profiles(profiles);
  }

  private static Status status(Row row) {
    String text = row.getString("status_text");
    String emoji = row.getString("status_emoji");
    return text == null && emoji == null
        ? null
        : new Status(text, emoji, row.getLong("status_until"));
  }
}
