using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using SeizureIntel.Reading.Lexicon;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Models;

/// <summary>Trains a model and measures it on texts from groups that it has not seen.</summary>
/// <param name="seed">Makes the training the same each time.</param>
public sealed class ModelTrainer(int seed)
{
    /// <summary>Right of proposed that the threshold is chosen for.</summary>
    public const double WantedPrecision = 0.95;

    private const int Iterations = 15;
    private const int MostFolds = 6;
    private const double LargestFit = 3e7;
    private const float Ridge = 1e-5f;

    /// <summary>Trains on all examples; the card's figures come from leaving out each group once, in six folds at most.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="field">The field that it proposes.</param>
    /// <param name="examples">Texts with their codes; at least two codes and two groups.</param>
    /// <param name="trained">When.</param>
    /// <param name="parentOf">The code above a code, which is proposed where its parts are not told apart; no code stands above another where null.</param>
    /// <param name="progress">Told the share of the work done, 0 to 1.</param>
    /// <param name="stop">Stops between two trainings.</param>
    /// <exception cref="ArgumentException">There are too few codes or groups.</exception>
    public TextModel Train(
        string name,
        string field,
        IReadOnlyList<TextExample> examples,
        DateTimeOffset trained,
        Func<string, string?>? parentOf = null,
        IProgress<double>? progress = null,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(examples);
        string[] groups = [.. examples.Select(e => e.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (groups.Length < 2 || examples.Select(e => e.Code).Distinct(StringComparer.Ordinal).Take(2).Count() < 2)
            throw new ArgumentException("Found fewer than two codes or two groups of texts; a model needs both.", nameof(examples));
        parentOf ??= static _ => null;
        // Whole groups share a fold; more folds than this would tell little more and cost as much again each.
        int folds = Math.Min(groups.Length, MostFolds);
        Dictionary<string, int> foldOf = groups.Select((g, i) => (g, i)).ToDictionary(p => p.g, p => p.i % folds, StringComparer.Ordinal);
        var unseen = new List<JudgedText>();
        for (int fold = 0; fold < folds; fold++)
        {
            stop.ThrowIfCancellationRequested();
            List<TextExample> held = [.. examples.Where(e => foldOf[e.Group] == fold)];
            List<TextExample> known = [.. examples.Where(e => foldOf[e.Group] != fold)];
            var seen = known.Select(e => e.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
            TextModel without = Fit(known, parentOf, Blank(name, field, trained));
            TermBook words = WordsOf(known);
            // A text that another group has too is no unknown text.
            foreach (TextExample example in held.Where(e => !seen.Contains(e.Text)))
            {
                if (without.Scores(example.Text) is { } scores)
                    unseen.Add(new JudgedText(example, without, scores, fold, NamedBy(words, example.Text)));
            }

            progress?.Report((fold + 1.0) / (folds + 1));
        }

        stop.ThrowIfCancellationRequested();
        ModelCard card = new ModelEvaluation(unseen, (code, known) => CodeTree.Contains(code, known, parentOf)).Card(
            Blank(name, field, trained),
            examples,
            groups
        );
        TextModel model = Fit(examples, parentOf, card);
        progress?.Report(1);
        return model;
    }

    private ModelCard Blank(string name, string field, DateTimeOffset trained) =>
        new()
        {
            Name = name,
            Field = field,
            Trained = trained,
            Seed = seed,
        };

    // What the lexicon would say if it knew these texts and no others.
    private static TermBook WordsOf(IReadOnlyList<TextExample> known)
    {
        var words = new TermBook();
        foreach (TextExample example in known)
            words.Add("goods", example.Code, example.Text);
        return words;
    }

    private static string? NamedBy(TermBook words, string text)
    {
        List<Token> tokens = Tokens.Of(text);
        string[] codes = [.. words.Find(tokens, 0, tokens.Count).Select(m => m.Code).Distinct(StringComparer.Ordinal).Take(2)];
        return codes is [var one] ? one : null;
    }

    private TextModel Fit(IReadOnlyList<TextExample> examples, Func<string, string?> parentOf, ModelCard card)
    {
        var context = new MLContext(seed);
        string[] codes = [.. examples.Select(e => e.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, uint> keys = codes.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => (uint)p.i, StringComparer.Ordinal);
        SchemaDefinition shape = SchemaDefinition.Create(typeof(Row));
        shape[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, TextFeatures.Size);
        shape[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), codes.Length);
        IDataView data = context.Data.LoadFromEnumerable(
            examples.Select(e => new Row { Label = keys[e.Code], Features = TextFeatures.Of(e.Text) }),
            shape
        );
        SdcaMaximumEntropyMulticlassTrainer trainer = context.MulticlassClassification.Trainers.SdcaMaximumEntropy(
            new SdcaMaximumEntropyMulticlassTrainer.Options
            {
                LabelColumnName = nameof(Row.Label),
                FeatureColumnName = nameof(Row.Features),
                NumberOfThreads = 1,
                // Each pass visits every class for every text: many classes get fewer passes, so that a training stays within a minute.
                MaximumNumberOfIterations = (int)Math.Clamp(LargestFit / ((double)examples.Count * codes.Length), 5, Iterations),
                L2Regularization = Ridge,
                L1Regularization = 0,
                Shuffle = true,
            }
        );
        return new TextModel(trainer.Fit(context.Data.Cache(data)), data.Schema, codes, parentOf, card);
    }

    private sealed class Row
    {
        public uint Label { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}
