/** What the goals tell about databases: tables, plans, progress, reports, checks. */
@NullMarked
package io.ashlar.operation;

import org.jspecify.annotations.NullMarked;
