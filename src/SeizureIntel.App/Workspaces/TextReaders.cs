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

/// <summary>The readers of texts.</summary>
internal static class TextReaders
{
    /// <summary>The lexicon alone, from its files: what it reads is stated.</summary>
    /// <exception cref="Fault">A file is missing or damaged.</exception>
    public static LexiconReader Lexicon(CodeListSet codeLists, string listsFolder)
    {
        string lexicons = Path.Combine(listsFolder, "lexicons");
        try
        {
            return new LexiconReader(
                codeLists,
                File.ReadAllText(Path.Combine(lexicons, "concealment_lexicon.csv")),
                File.ReadAllText(Path.Combine(lexicons, "narrative_cues.csv"))
            );
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

    /// <summary>The lexicon, joined by the models that were trained.</summary>
    /// <exception cref="Fault">A model's file is damaged.</exception>
    public static ITextReader WithModels(LexiconReader lexicon, ModelShelf shelf)
    {
        try
        {
            List<TextModel> models = [.. ModelDesk.Names.Select(shelf.Find).OfType<TextModel>()];
            return models.Count == 0 ? lexicon : new ModelReader(lexicon, models);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            throw Fault.Failed("damaged_model", broken.Message, "./run models train makes it again.", broken);
        }
    }
}
