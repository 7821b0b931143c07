using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Ports;
using SeizureIntel.Proposals;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Models;

/// <summary>The lexicon first; where it names no goods in a short text, the models propose.</summary>
/// <param name="lexicon">Reads what words say plainly.</param>
/// <param name="models">Models of short texts, one a field.</param>
/// <remarks>The models learned from names of goods, not from accounts: an account of many words is left to the lexicon.</remarks>
public sealed class ModelReader(ITextReader lexicon, IReadOnlyList<TextModel> models) : ITextReader
{
    private const int MostWords = 12;

    /// <inheritdoc/>
    public IReadOnlyList<Proposal> Read(string text, string? language = null)
    {
        IReadOnlyList<Proposal> plain = lexicon.Read(text, language);
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0 || plain.Any(p => p.Field is "heading" or "product"))
            return plain;
        List<Token> tokens = Tokens.Of(text);
        if (tokens.Count is 0 or > MostWords)
            return plain;
        var proposals = new List<Proposal>(plain);
        int start = tokens[0].Start,
            length = tokens[^1].End - start;
        foreach (TextModel model in models)
        {
            if (model.Propose(text) is { } proposed)
                proposals.Add(new Proposal(model.Card.Field, proposed.Code, proposed.Probability, start, length, model.Card.Name, 0));
        }

        return [.. proposals.OrderBy(p => p.Start)];
    }
}
