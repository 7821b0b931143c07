using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using SeizureIntel.Benchmarks.Cases;
using SeizureIntel.Etl.Screening;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>Learns the weights of the screen's tagger from planted sentences: multinomial logistic regression of each token, by stochastic descent with
/// a rate of its own for each weight. The same sentences give the same weights.</summary>
/// <param name="lists">The words of screening, without a tagger: what their rules mask in a sentence beside its secret teaches nothing.</param>
internal sealed class TaggerTraining(ScreeningLists lists)
{
    private const string Nothing = "nothing";

    // A feature of fewer sentences is not kept, so that no single hand's word, and nobody's name, is learned.
    private const int FewestSentences = 12;
    private const int MostFeatures = 45_000;
    private const int Rounds = 8;
    private const int CleanWeight = 3;
    private const float SwappedWeight = 0.5f;
    private const int SwappedSeed = 7;
    private const float Rate = 0.05f;
    private const float Shrinkage = 1e-5f;
    private const float FirstSquare = 0.01f;
    private const float Sure = 0.995f;
    private const float Step = 0.04f;
    private const int Lanes = TaggerWeights.Lanes;

    private readonly NarrativeMask _rules = new(lists);
    private readonly TaggerWords _words = new(lists);

    /// <summary>What the lists say of a text's words.</summary>
    public TaggerWords Words => _words;

    /// <summary>The text of the file of weights.</summary>
    public string Learn(IReadOnlyList<PlantedSentence> sentences)
    {
        string[] labels =
        [
            Nothing,
            .. sentences.Select(static s => s.Class).Where(static c => c.Length > 0).Distinct().Order(StringComparer.Ordinal),
        ];
        List<Token[]> tokens = [.. sentences.AsParallel().AsOrdered().Select(s => Tokens(s, labels, 1))];
        Dictionary<uint, int> rows = Rows(tokens);
        tokens.AddRange([.. Swapped(sentences).AsParallel().AsOrdered().Select(s => Tokens(s, labels, SwappedWeight))]);
        float[] weights = Descend([.. tokens.SelectMany(static t => t).Select(t => t.Of(rows))], rows.Count, labels.Length);
        return Text(labels, rows, weights);
    }

    // Each once more with the secret of another one of its class and language: what stands around is learned apart from what is hidden.
    private static List<PlantedSentence> Swapped(IReadOnlyList<PlantedSentence> sentences)
    {
        PlantedSentence[] planted =
        [
            .. sentences.Where(static s => s.Class.Length > 0 && s.Text.Contains(s.Secret, StringComparison.Ordinal)),
        ];
        ILookup<(string, string), string> secrets = planted.ToLookup(Sort, static s => s.Secret);
        Dictionary<(string, string), string[]> pools = secrets.ToDictionary(static g => g.Key, static g => g.ToArray());
        var dice = new Random(SwappedSeed);
        var swapped = new List<PlantedSentence>();
        foreach (PlantedSentence sentence in planted)
        {
            string[] pool = pools[Sort(sentence)];
            string secret = pool[dice.Next(pool.Length)];
            if (secret == sentence.Secret)
                continue;
            int at = sentence.Text.IndexOf(sentence.Secret, StringComparison.Ordinal);
            string rest = sentence.Text.Remove(at, sentence.Secret.Length);
            if (Letters.Count(rest).AreCapitals)
                secret = secret.ToUpperInvariant();
            swapped.Add(sentence with { Text = rest.Insert(at, secret), Secret = secret });
        }

        return swapped;
    }

    private static (string Class, string Language) Sort(PlantedSentence sentence) =>
        (sentence.Class == "bare_name" ? "person_name" : sentence.Class, sentence.Language);

    private Token[] Tokens(PlantedSentence sentence, string[] labels, float weight)
    {
        var tagged = new TaggedText(sentence.Text, _words);
        int start = sentence.Secret.Length == 0 ? -1 : sentence.Text.IndexOf(sentence.Secret, StringComparison.Ordinal);
        IReadOnlyList<MaskedSpan> masked = sentence.Class.Length == 0 ? [] : _rules.Mask(sentence.Text).Spans;
        int label = sentence.Class.Length == 0 ? 0 : Array.IndexOf(labels, sentence.Class);
        uint[] features = new uint[TaggedText.MostFeatures];
        var tokens = new List<Token>(tagged.Tokens.Length);
        for (int i = 0; i < tagged.Tokens.Length; i++)
        {
            TaggerToken token = tagged.Tokens[i];
            bool isSecret = start >= 0 && token.Start < start + sentence.Secret.Length && token.End > start;
            bool isOther = !isSecret && masked.Any(m => m.Start < token.End && m.Start + m.Length > token.Start);
            uint[] own = features[..tagged.Features(i, features)];
            tokens.Add(
                new Token(
                    own,
                    isSecret ? label : 0,
                    isOther ? 0
                        : sentence.Class.Length == 0 ? CleanWeight
                        : weight
                )
            );
        }

        return [.. tokens];
    }

    private static Dictionary<uint, int> Rows(List<Token[]> sentences)
    {
        var counts = new Dictionary<uint, int>();
        var seen = new HashSet<uint>();
        foreach (Token[] sentence in sentences)
        {
            seen.Clear();
            foreach (Token token in sentence)
                seen.UnionWith(token.Features);
            foreach (uint feature in seen)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        }

        uint[] kept = [.. counts.Where(static c => c.Key != 0 && c.Value >= FewestSentences).Select(static c => c.Key).Order()];
        return Enumerable.Range(0, kept.Length).ToDictionary(i => kept[i]);
    }

    private static float[] Descend(List<Example> examples, int features, int labels)
    {
        float[] weights = new float[features * Lanes];
        float[] squares = new float[features * Lanes];
        Array.Fill(squares, FirstSquare);
        examples.RemoveAll(static e => e.Weight == 0);
        Example[] order = [.. examples];
        var dice = new Random(1);
        Span<float> slope = stackalloc float[Lanes];
        for (int round = 0; round < Rounds; round++)
        {
            dice.Shuffle(order);
            float rate = Rate * (1 - (0.9f * round / Rounds));
            foreach (Example example in order)
            {
                Weigh(weights, example.Rows, labels, slope);
                if (slope[example.Label] > Sure)
                    continue;
                slope[example.Label] -= 1;
                for (int k = 0; k < labels; k++)
                    slope[k] *= example.Weight;
                foreach (int row in example.Rows)
                {
                    for (int k = 0; k < Lanes; k += 8)
                        Move(ref weights[(row * Lanes) + k], ref squares[(row * Lanes) + k], Vector256.LoadUnsafe(ref slope[k]), rate);
                }
            }
        }

        return weights;
    }

    private static void Move(ref float weight, ref float square, Vector256<float> slope, float rate)
    {
        Vector256<float> at = Vector256.LoadUnsafe(ref weight);
        slope += at * Shrinkage;
        Vector256<float> sum = Vector256.LoadUnsafe(ref square) + (slope * slope);
        sum.StoreUnsafe(ref square);
        (at - (slope * rate / Vector256.Sqrt(sum))).StoreUnsafe(ref weight);
    }

    private static void Weigh(float[] weights, int[] rows, int labels, Span<float> chances)
    {
        Vector256<float> a = default;
        Vector256<float> b = default;
        Vector256<float> c = default;
        foreach (int row in rows)
        {
            ref float at = ref weights[row * Lanes];
            a += Vector256.LoadUnsafe(ref at);
            b += Vector256.LoadUnsafe(ref at, 8);
            c += Vector256.LoadUnsafe(ref at, 16);
        }

        a.CopyTo(chances);
        b.CopyTo(chances[8..]);
        c.CopyTo(chances[16..]);
        Softmax.Share(chances[..labels]);
    }

    // The features that say most, in the order of their hashes.
    private static string Text(string[] labels, Dictionary<uint, int> rows, float[] weights)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Step} {string.Join(',', labels)}\n");
        int[] whole = new int[labels.Length];
        var kept = rows.Select(r => (r.Key, Row: r.Value * Lanes, Most: Most(weights.AsSpan(r.Value * Lanes, labels.Length))))
            .OrderByDescending(static r => r.Most)
            .ThenBy(static r => r.Key)
            .Take(MostFeatures)
            .OrderBy(static r => r.Key);
        foreach ((uint hash, int row, _) in kept)
        {
            for (int k = 0; k < whole.Length; k++)
                whole[k] = Math.Clamp((int)MathF.Round(weights[row + k] / Step), -TaggerWeights.Largest, TaggerWeights.Largest);
            TaggerWeights.Write(text, hash, whole);
        }

        return text.ToString();
    }

    private static float Most(ReadOnlySpan<float> weights)
    {
        float most = 0;
        foreach (float weight in weights)
            most = Math.Max(most, Math.Abs(weight));
        return most;
    }

    private sealed record Token(uint[] Features, int Label, float Weight)
    {
        public Example Of(Dictionary<uint, int> rows) => new([.. Features.Where(rows.ContainsKey).Select(f => rows[f])], Label, Weight);
    }

    private sealed record Example(int[] Rows, int Label, float Weight);
}
