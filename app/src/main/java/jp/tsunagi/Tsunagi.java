package jp.tsunagi;

import jp.tsunagi.run.operations.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** The one program: every command of the launcher ends up here. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(systemName = "Tsunagi")
public class Tsunagi {
  public static void main(String[] arguments) {
    Commands.run(arguments);
  }
}
