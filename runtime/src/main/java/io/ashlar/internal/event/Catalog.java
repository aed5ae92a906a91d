package io.ashlar.internal.event;

import io.ashlar.event.Action;
import io.ashlar.event.ModelEvent;
import io.ashlar.problem.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The modules and models there are, to find out what a subscription means.
 *
 * @param models by module
 */
record Catalog(Map<String, List<Class<?>>> models) {

    private static final Logger LOG = LoggerFactory.getLogger("io.ashlar.Events");

    /** Returns the interest in one model; all actions if {@code actions} is empty. */
    Subscriber.Interest of(Class<?> model, List<Action> actions) {
        for (Map.Entry<String, List<Class<?>>> module : models.entrySet()) {
            if (module.getValue().contains(model)) {
                String moduleName = module.getKey();
                String modelName = model.getSimpleName();
                return (someModule, someModel, action) -> someModule.equals(moduleName)
                        && someModel.equals(modelName)
                        && (actions.isEmpty() || actions.contains(action));
            }
        }
        throw new IllegalArgumentException(model.getName() + " is no model of a registered module. Registered: "
                + String.join(", ", models.keySet()));
    }

    /** Returns the interest in names, if there can be such events. */
    Subscriber.Interest of(String names) {
        NamePattern pattern = NamePattern.of(names);
        if (Arrays.stream(Action.values()).noneMatch(pattern::matchesAction)) {
            throw unknown(
                    names,
                    "action",
                    names.substring(names.lastIndexOf('.') + 1),
                    Arrays.stream(Action.values()).map(Action::word).distinct().toList());
        }
        List<String> modules =
                models.keySet().stream().filter(pattern::matchesModule).toList();
        if (modules.isEmpty()) { // it may well be absent on purpose
            String module = names.substring(0, names.indexOf('.'));
            LOG.warn(
                    "Nothing will be heard of '{}': no module '{}' is registered.{}",
                    names,
                    module,
                    Nearest.question(module, models.keySet()));
            return pattern::matches;
        }
        List<String> known = new ArrayList<>();
        modules.forEach(
                module -> models.getOrDefault(module, List.of()).forEach(model -> known.add(model.getSimpleName())));
        if (known.stream().noneMatch(pattern::matchesModel)) {
            throw unknown(
                    names,
                    "model",
                    names.substring(names.indexOf('.') + 1, names.lastIndexOf('.')),
                    known.stream().map(ModelEvent::modelName).toList());
        }
        return pattern::matches;
    }

    private static IllegalArgumentException unknown(String names, String what, String part, List<String> known) {
        return new IllegalArgumentException("There are no events '" + names + "': no " + what + " '" + part + "'."
                + Nearest.question(part, known) + " Known: " + (known.isEmpty() ? "none" : String.join(", ", known)));
    }
}
