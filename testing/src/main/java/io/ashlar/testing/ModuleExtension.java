package io.ashlar.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link ModuleTest} does. One module a context: a test method has its own, its class another. */
final class ModuleExtension implements ExecutionCondition, ParameterResolver {

    private static final System.Logger LOG = System.getLogger(ModuleTest.class.getName());
    private static final Namespace NAMESPACE = Namespace.create(ModuleExtension.class);
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var module = TestedModule.of(annotation(context).value());
        if (module.migrated(TestDatabase.dialect())) {
            return ConditionEvaluationResult.enabled("The module has migrations, or no data models");
        }
        var reason = "Module '" + module.name() + "' has no "
                + TestDatabase.dialect().id()
                + " migration yet, so its tests have no tables. Write it: mvn modules:db-generate -Dmodule="
                + module.name();
        if (WARNED.add(module.name())) {
            LOG.log(System.Logger.Level.WARNING, "Tests skipped. " + reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == annotation(context).value();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var service = annotation(context).value();
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        service, key -> StartedModule.start(TestedModule.of(service)), StartedModule.class)
                .service();
    }

    private static ModuleTest annotation(ExtensionContext context) {
        for (var at = context.getTestClass(); at.isPresent(); at = at.map(Class::getEnclosingClass)) { // @Nested
            var annotation = at.get().getAnnotation(ModuleTest.class);
            if (annotation != null) {
                return annotation;
            }
        }
        throw new IllegalStateException(
                "@ExtendWith(ModuleExtension.class) is what @ModuleTest does: annotate the test class with @ModuleTest");
    }
}
