package parley.chat;

import parley.config.ConfigReader;

/**
 * Settings of the chat context.
 *
 * @param decisionAttempts how often a decision is taken when the rights it rests on keep changing
 */
public record ChatConfig(int decisionAttempts) {
  /** Reads the settings; problems are noted in {@code in}. */
  public static ChatConfig from(ConfigReader in) {
    return new ChatConfig(
        in.integer(
            "chat.decisionAttempts",
            3,
            1,
            10,
            "How often a request is decided anew when rights change while it is being stored."));
  }
}
