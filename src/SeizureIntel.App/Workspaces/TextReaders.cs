using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Reading.Models;
using SeizureIntel.Reading.Narratives;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Texts;

namespace SeizureIntel.App.Workspaces;

/// <summary>The reader of texts: the lexicon, joined by the models that were trained.</summary>
internal static class TextReaders
{
    /// <summary>Reads lexicons and models from their files.</summary>
    /// <exception cref="Fault">A file is missing or damaged.</exception>
    public static ITextReader Of(CodeListSet codeLists, string listsFolder, ModelShelf shelf)
    {
        string lexicons = Path.Combine(listsFolder, "lexicons");
        try
        {
            var lexicon = new LexiconReader(
                codeLists,
                File.ReadAllText(Path.Combine(lexicons, "concealment_lexicon.csv")),
                File.ReadAllText(Path.Combine(lexicons, "narrative_cues.csv"))
            );
            List<TextModel> models = [.. ModelDesk.Names.Select(shelf.Find).OfType<TextModel>()];
            return models.Count == 0 ? lexicon : new ModelReader(lexicon, models);
        }
        catch (InvalidDataException broken)
        {
            throw Fault.Failed("damaged_model", broken.Message, "./run models train makes it again.", broken);
        }
        catch (Exception broken) when (broken is FormatException or IOException or ArgumentException)
        {
            throw Fault.Failed(
                "damaged_installation",
                broken.Message,
                $"The files in {lexicons} belong to the program; build or install it again."
            );
        }
    }
}
