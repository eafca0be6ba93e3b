package jp.tsunagi.record.idea;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** By what an example is found: needs, areas and stages, each in the order of its list. */
record Tags(Set<Need> needs, Set<Area> areas, Set<Stage> stages) {
  static final Tags NONE = new Tags(Set.of(), Set.of(), Set.of());

  Tags {
    needs = new TreeSet<>(needs);
    areas = new TreeSet<>(areas);
    stages = new TreeSet<>(stages);
  }

  static Tags named(Collection<String> needs, Collection<String> areas, Collection<String> stages) {
    return new Tags(
        Set.copyOf(among(Need.values(), needs)),
        Set.copyOf(among(Area.values(), areas)),
        Set.copyOf(among(Stage.values(), stages)));
  }

  private static <E extends Enum<E>> List<E> among(E[] all, Collection<String> names) {
    return Arrays.stream(all).filter(one -> names.contains(one.name())).toList();
  }

  static String[] names(Set<? extends Enum<?>> some) {
    return some.stream().map(Enum::name).toArray(String[]::new);
  }
}
