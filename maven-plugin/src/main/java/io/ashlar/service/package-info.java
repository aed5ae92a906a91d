/** The Java that is generated from the model: the base class of the service, and the attributes of each entity. */
@NullMarked
package io.ashlar.service;

import org.jspecify.annotations.NullMarked;
