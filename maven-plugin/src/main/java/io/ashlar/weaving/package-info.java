/** What is added to compiled modules: woven entities, directives of module-info, services and the manifest. */
@NullMarked
package io.ashlar.weaving;

import org.jspecify.annotations.NullMarked;
