using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace SeizureIntel.Reading.Models;

/// <summary>The trained models of a data folder, a folder each.</summary>
/// <param name="folder">Where they stand; need not exist.</param>
public sealed class ModelShelf(string folder)
{
    /// <summary>The model of a name; null where none was trained.</summary>
    /// <exception cref="InvalidDataException">Its files are damaged.</exception>
    public TextModel? Find(string name) => TextModel.Load(Path.Combine(folder, name));

    /// <summary>Keeps a model in the place of the one before it.</summary>
    public void Keep(TextModel model) => model.Save(Path.Combine(folder, model.Card.Name));

    /// <summary>The cards of all models in the order of their names.</summary>
    /// <exception cref="InvalidDataException">A card is damaged.</exception>
    public IReadOnlyList<ModelCard> Cards() =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateDirectories(folder)
                    .Order(System.StringComparer.Ordinal)
                    .Select(TextModel.Load)
                    .OfType<TextModel>()
                    .Select(m => m.Card),
            ]
            : [];
}
