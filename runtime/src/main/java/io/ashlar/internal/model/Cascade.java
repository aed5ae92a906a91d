package io.ashlar.internal.model;

/**
 * What a relation passes on to the related records.
 *
 * @param persist new ones are created along
 * @param remove they are deleted along, and softly deleted along
 * @param orphans those taken out of the relation are deleted
 */
public record Cascade(boolean persist, boolean remove, boolean orphans) {}
