package parley.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTest {
  @Test
  void knowsBothNamesOfEachProcessor() {
    assertEquals(Platform.X86_64, Platform.of("Linux", "amd64"));
    assertEquals(Platform.ARM_64, Platform.of("Linux", "aarch64"));
  }

  @Test
  void saysWhatToDoOnOtherSystems() {
    EmbeddedServerException refused =
        assertThrows(EmbeddedServerException.class, () -> Platform.of("Windows 11", "amd64"));
    assertTrue(refused.getMessage().contains("PARLEY_POSTGRES_URL"));
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void carriesBothServers(Platform platform) {
    assertNotNull(getClass().getResource(platform.postgresArchive()));
    assertNotNull(getClass().getResource(platform.redisBinary()));
  }
}
