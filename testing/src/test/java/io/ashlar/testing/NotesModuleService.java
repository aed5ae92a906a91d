package io.ashlar.testing;

import io.ashlar.Module;
import io.ashlar.ModuleService;

/** A module with a data model, and no migration yet. */
@Module(
        name = "notes",
        models = {NotesModuleService.Note.class})
public class NotesModuleService extends ModuleService {

    /** For the service loader. */
    public NotesModuleService() {}

    static final class Note {}
}
