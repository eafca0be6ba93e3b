package jp.tsunagi.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jp.tsunagi.Tsunagi;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The map of the house: modules use each other only as they declare, and {@code docs/modules.md}
 * shows it as it is. To draw it anew: {@code mvn test -Dtest=ModulesTest -Ddocs.write=true}.
 */
class ModulesTest {
  private static final Path MAP = Path.of("..", "docs", "modules.md");

  private final ApplicationModules modules =
      ApplicationModules.of(Tsunagi.class, new ImportOption.DoNotIncludeTests());

  @Test
  void modulesUseEachOtherOnlyAsTheyDeclare() {
    modules.verify();
  }

  @Test
  void everyModuleBelowTheTopDeclaresWhatItUses() {
    assertThat(
            modules.stream()
                .map(module -> module.getBasePackage().getName())
                .filter(name -> !name.startsWith("jp.tsunagi.run."))
                .filter(name -> usesAnything(name)))
        .isEmpty();
  }

  private static boolean usesAnything(String name) {
    try {
      ApplicationModule stated =
          Class.forName(name + ".package-info").getAnnotation(ApplicationModule.class);
      return stated == null
          || Arrays.asList(stated.allowedDependencies()).contains(ApplicationModule.OPEN_TOKEN);
    } catch (ClassNotFoundException e) {
      return true;
    }
  }

  @Test
  void theDrawnMapIsTrue() throws IOException {
    String drawn = new ModuleMap(modules).draw();
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(MAP.getParent());
      Files.writeString(MAP, drawn);
    }
    assertThat(MAP)
        .as("draw it anew: mvn test -Dtest=ModulesTest -Ddocs.write=true")
        .exists()
        .content()
        .isEqualTo(drawn);
  }
}
