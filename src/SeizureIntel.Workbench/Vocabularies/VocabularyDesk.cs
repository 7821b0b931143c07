using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.Workbench.Vocabularies;

/// <summary>Counts the seizures of each code of the concealment vocabulary, those below it included.</summary>
public sealed class VocabularyDesk(ISeizureIndex index, FilterReader filters, CodeListSet codeLists)
{
    private const string Field = "concealment";

    /// <summary>The vocabulary with the counts of a scope.</summary>
    public async Task<VocabularyAnswer> AnswerAsync(Reader reader, VocabularyQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        SeizureQuery query = filters.Read(asked).Query;
        Tabulation counted = await Misuse.AskAsync(() =>
            index.TabulateAsync(reader, new TabulationRequest(query, [Field]), cancellationToken)
        );
        var own = counted.Rows.ToDictionary(r => r.Key[0], r => (int)r.Value, StringComparer.Ordinal);
        CodeList list = codeLists[Field];
        ILookup<string?, Code> below = list.Codes.ToLookup(c => c.Parent);
        var codes = new List<VocabularyCode>();
        foreach (Code root in below[null])
            await AddAsync(root, 0);
        return new VocabularyAnswer(new KnownOf(counted.Known, counted.Of), codes);

        async Task AddAsync(Code code, int depth)
        {
            int at = codes.Count,
                itself = own.GetValueOrDefault(code.Value);
            codes.Add(new VocabularyCode(code.Value, code.Label, code.Parent, depth, itself, itself));
            foreach (Code child in below[code.Value])
                await AddAsync(child, depth + 1);
            // A seizure with two places below one code counts once: the index is asked, where there is anything to ask.
            if (codes.Count > at + 1 && codes.Skip(at).Any(c => c.Own > 0))
                codes[at] = codes[at] with { Seizures = await BelowAsync(code.Value) };
        }

        async Task<int> BelowAsync(string code)
        {
            SeizureQuery part = SeizureQuery.All.With(Field, code) with { And = query };
            return (await index.SearchAsync(reader, new SearchRequest { Query = part, Size = 0 }, cancellationToken)).Seizures;
        }
    }
}
