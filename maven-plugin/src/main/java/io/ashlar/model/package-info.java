/** What a module's sources say, before they are compiled: its name, its service and its entities. */
@NullMarked
package io.ashlar.model;

import org.jspecify.annotations.NullMarked;
