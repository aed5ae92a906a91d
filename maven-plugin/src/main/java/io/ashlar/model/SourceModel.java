package io.ashlar.model;

import java.util.Optional;

/**
 * What the sources of one project say.
 *
 * @param module empty for a project that holds no module, such as the application
 * @param moduleInfo empty for a project without {@code module-info.java}
 */
public record SourceModel(Optional<ModuleModel> module, Optional<ModuleInfo> moduleInfo) {}
