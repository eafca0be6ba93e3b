package jp.tsunagi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one program: every command of the launcher ends up here. */
@SpringBootApplication
public class Tsunagi {
  public static void main(String[] arguments) {
    SpringApplication.run(Tsunagi.class, arguments);
  }
}
