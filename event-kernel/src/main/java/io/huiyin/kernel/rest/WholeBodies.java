package io.huiyin.kernel.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.jspecify.annotations.Nullable;

/** What is validated are bodies, and they are whole: nobody need ask of each field whether the ORM has loaded it. */
@ApplicationScoped
public class WholeBodies implements TraversableResolver {

    @Override
    public boolean isReachable(
            @Nullable Object bean, Path.Node property, Class<?> root, Path path, ElementType element) {
        return true;
    }

    @Override
    public boolean isCascadable(
            @Nullable Object bean, Path.Node property, Class<?> root, Path path, ElementType element) {
        return true;
    }
}
