package io.huiyin.kernel.rest;

import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Unknown and repeated query parameters are refused, so that a misspelt filter never answers everything. */
public class KnownParameters {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        if (request.getUriInfo().getPath().indexOf('\0') >= 0) {
            throw new NotFoundException();
        }
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        Set<String> names = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::names);
        List<FieldFault> faults = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!names.contains(name)) {
                faults.add(new FieldFault("/" + name, "is not a known parameter"));
            } else if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                faults.add(new FieldFault("/" + name, "must not contain the null character"));
            } else if (values.size() > 1) {
                faults.add(new FieldFault("/" + name, "is given more than once"));
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static Set<String> names(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            RestQuery query = parameter.getAnnotation(RestQuery.class);
            QueryParam standard = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value().isEmpty() ? parameter.getName() : query.value());
            } else if (standard != null) {
                names.add(standard.value());
            }
        }
        return names;
    }
}
