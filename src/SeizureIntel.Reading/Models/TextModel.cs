using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace SeizureIntel.Reading.Models;

/// <summary>A maximum entropy classifier of texts. Safe for several threads at once.</summary>
public sealed class TextModel
{
    private const string WeightsFile = "model.zip";
    private const string CardFile = "card.json";
    private const string CodesFile = "codes.json";
    private readonly ITransformer _trained;
    private readonly DataViewSchema _schema;
    private readonly string[] _codes;
    private readonly float[][] _weights;
    private readonly float[] _biases;

    internal TextModel(ITransformer trained, DataViewSchema schema, string[] codes, Func<string, string?> parentOf, ModelCard card)
    {
        (_trained, _schema, _codes, Card) = (trained, schema, codes, card);
        Tree = new CodeTree(codes, parentOf);
        MaximumEntropyModelParameters parameters = Parameters(trained);
        VBuffer<float>[]? weights = null;
        parameters.GetWeights(ref weights, out _);
        _weights = [.. weights!.Select(w => w.DenseValues().ToArray())];
        _biases = [.. parameters.GetBiases()];
    }

    /// <summary>What it is and how far to trust it.</summary>
    public ModelCard Card { get; }

    /// <summary>The code that a text most likely means: the closest one that is likely enough, else one above it.</summary>
    /// <returns>The code and its calibrated probability, 0 to 1; null where the text has no word, or no code reaches the card's threshold.</returns>
    public (string Code, double Probability)? Propose(string text) =>
        Scores(text) is { } scores && Chosen(Tree.Likely(scores, Card.Temperature), Card.Threshold) is { } chosen
            ? (chosen.Code, Isotonic.Realised(Card.Calibration, chosen.Probability))
            : null;

    /// <summary>Whether a proposed code is right where another is known: it is that code, or stands above it.</summary>
    public bool Serves(string proposed, string known)
    {
        int at = Array.IndexOf(_codes, known);
        return proposed == known || (at >= 0 && Tree.Contains(proposed, at));
    }

    /// <summary>The closest of some codes that reaches a threshold; null where none does.</summary>
    /// <param name="likely">The codes, the most general first.</param>
    /// <param name="threshold">The least probability, 0 to 1.</param>
    internal static (string Code, double Probability)? Chosen(IReadOnlyList<(string Code, double Probability)> likely, double threshold)
    {
        for (int i = likely.Count - 1; i >= 0; i--)
        {
            if (likely[i].Probability >= threshold)
                return likely[i];
        }

        return null;
    }

    /// <summary>The scores of a text by class; null where it has no word.</summary>
    internal double[]? Scores(string text)
    {
        VBuffer<float> features = TextFeatures.Of(text);
        ReadOnlySpan<float> values = features.GetValues();
        ReadOnlySpan<int> slots = features.GetIndices();
        if (values.Length == 0)
            return null;
        var scores = new double[_codes.Length];
        for (int c = 0; c < scores.Length; c++)
        {
            float[] weights = _weights[c];
            double score = _biases[c];
            for (int i = 0; i < values.Length; i++)
                score += weights[slots[i]] * values[i];
            scores[c] = score;
        }

        return scores;
    }

    /// <summary>What stands above what.</summary>
    internal CodeTree Tree { get; }

    /// <summary>Codes by class.</summary>
    internal IReadOnlyList<string> Codes => _codes;

    internal static double Softmax(double[] scores, int of, double temperature)
    {
        double sum = 0;
        foreach (double score in scores)
            sum += Math.Exp((score - scores[of]) / temperature);
        return 1 / sum;
    }

    /// <summary>Writes the model into a folder of its own; a reader sees the old one or the new one.</summary>
    internal void Save(string folder)
    {
        string beside = folder + ".new";
        if (Directory.Exists(beside))
            Directory.Delete(beside, recursive: true);
        Directory.CreateDirectory(beside);
        new MLContext(Card.Seed).Model.Save(_trained, _schema, Path.Combine(beside, WeightsFile));
        KeptCode[] codes = [.. _codes.Select((c, i) => new KeptCode(c, Tree.Parents[i]))];
        File.WriteAllText(Path.Combine(beside, CodesFile), JsonSerializer.Serialize(codes, CardJson.Options));
        File.WriteAllText(Path.Combine(beside, CardFile), JsonSerializer.Serialize(Card, CardJson.Options));
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.Move(beside, folder);
    }

    /// <summary>Reads a model; null where the folder holds none.</summary>
    /// <exception cref="InvalidDataException">The folder's files are damaged.</exception>
    internal static TextModel? Load(string folder)
    {
        string card = Path.Combine(folder, CardFile);
        if (!File.Exists(card))
            return null;
        try
        {
            ITransformer trained = new MLContext(0).Model.Load(Path.Combine(folder, WeightsFile), out DataViewSchema schema);
            KeptCode[] codes = JsonSerializer.Deserialize<KeptCode[]>(File.ReadAllText(Path.Combine(folder, CodesFile)), CardJson.Options)!;
            Dictionary<string, string?> parents = codes.ToDictionary(c => c.Code, c => c.Parent, StringComparer.Ordinal);
            return new TextModel(trained, schema, [.. codes.Select(c => c.Code)], c => parents.GetValueOrDefault(c), ReadCard(card));
        }
        catch (Exception damaged)
            when (damaged is JsonException or FormatException or InvalidOperationException or IOException or ArgumentException)
        {
            throw new InvalidDataException($"The model in {folder} is damaged; train it again with models train.", damaged);
        }
    }

    private static ModelCard ReadCard(string file) => JsonSerializer.Deserialize<ModelCard>(File.ReadAllText(file), CardJson.Options)!;

    private static MaximumEntropyModelParameters Parameters(ITransformer trained) =>
        trained is ISingleFeaturePredictionTransformer<MaximumEntropyModelParameters> alone ? alone.Model
        : trained is IEnumerable<ITransformer> chain
            ? chain.OfType<ISingleFeaturePredictionTransformer<MaximumEntropyModelParameters>>().Single().Model
        : throw new InvalidOperationException("The model is of another kind.");

    private sealed record KeptCode(string Code, string? Parent);
}
