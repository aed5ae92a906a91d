package io.ashlar.migration;

import io.ashlar.lint.Lint;
import java.util.List;
import java.util.Map;

/**
 * One migration in one dialect.
 *
 * @param texts by the names of files
 * @param lints what the files that lead up may do; none about those into empty tables, and those without statements
 */
record Scripts(Map<String, String> texts, List<Lint> lints) {}
