using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Reading.Models;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Texts;

/// <summary>Trains the models and tells how far to trust them.</summary>
/// <param name="shelf">Where they are kept.</param>
/// <param name="texts">What they learn from.</param>
/// <param name="clock">Dates their cards.</param>
public sealed class ModelDesk(ModelShelf shelf, TrainingTexts texts, TimeProvider clock)
{
    /// <summary>Proposes the heading of a short text.</summary>
    public const string Headings = "headings";

    /// <summary>Proposes the product of a short text.</summary>
    public const string Products = "products";

    /// <summary>The models there are.</summary>
    public static IReadOnlyList<string> Names { get; } = [Headings, Products];

    /// <summary>Trains models and keeps them in the place of the ones before.</summary>
    /// <param name="names">Which; all where empty.</param>
    /// <param name="seed">Makes the training the same each time.</param>
    /// <param name="progress">Told the model and the share of its training done.</param>
    /// <param name="cancellationToken">Stops between two trainings; the old models stay.</param>
    /// <exception cref="Fault">There is no such model.</exception>
    public async Task<IReadOnlyList<ModelCard>> TrainAsync(
        IReadOnlyList<string> names,
        int seed,
        IProgress<(string Model, double Done)>? progress,
        CancellationToken cancellationToken
    )
    {
        var cards = new List<ModelCard>();
        foreach (string name in names.Count == 0 ? Names : names)
        {
            if (!Names.Contains(name, StringComparer.Ordinal))
                throw Fault.Usage("no_such_model", $"There is no model '{name}'.", $"The models are {string.Join(" and ", Names)}.");
            IReadOnlyList<TextExample> examples = await texts.OfGoodsAsync(name == Headings, cancellationToken);
            var told = progress is null ? null : new Progress<double>(done => progress.Report((name, done)));
            TextModel model = await Task.Run(
                () =>
                    new ModelTrainer(seed).Train(
                        name,
                        name == Headings ? "heading" : "product",
                        examples,
                        clock.GetUtcNow(),
                        name == Headings ? null : texts.ProductAbove,
                        told,
                        cancellationToken
                    ),
                cancellationToken
            );
            shelf.Keep(model);
            cards.Add(model.Card);
        }

        return cards;
    }

    /// <summary>The cards of the models that were trained.</summary>
    public IReadOnlyList<ModelCard> Cards() => shelf.Cards();

    /// <summary>How a trained model does on texts whose codes somebody knows.</summary>
    /// <param name="name">The model.</param>
    /// <param name="known">Texts with their codes.</param>
    /// <exception cref="Fault">The model was not trained.</exception>
    public CardRow Evaluate(string name, IReadOnlyList<(string Text, string Code)> known)
    {
        TextModel model = shelf.Find(name)
            ?? throw Fault.Failed("not_trained", $"The model '{name}' was not trained yet.", "Train it first: ./run models train.");
        int proposed = 0,
            right = 0;
        foreach ((string text, string code) in known)
        {
            if (model.Propose(text) is not { } guess)
                continue;
            proposed++;
            right += model.Serves(guess.Code, code) ? 1 : 0;
        }

        return new CardRow(
            name,
            known.Count,
            proposed,
            right,
            proposed == 0 ? null : (double)right / proposed,
            known.Count == 0 ? 0 : (double)right / known.Count
        );
    }
}
