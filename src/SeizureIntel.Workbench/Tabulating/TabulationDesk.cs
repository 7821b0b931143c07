using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Tabulating;

/// <summary>Counts seizures, cases or quantities by fields and time.</summary>
/// <param name="index">What is asked.</param>
/// <param name="codeLists">What filters may name.</param>
public sealed class TabulationDesk(ISeizureIndex index, CodeListSet codeLists)
{
    /// <summary>What a reader may see of it.</summary>
    /// <exception cref="Fault">A member names what is not there.</exception>
    public async Task<TabulationAnswer> AnswerAsync(Reader reader, TabulationQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var request = new TabulationRequest(
            new FilterReader(codeLists).Read(asked).Query,
            FieldNames.List(asked.By),
            asked.Measure,
            asked.Bucket
        );
        Tabulation t = await Misuse.AskAsync(() => index.TabulateAsync(reader, request, cancellationToken));
        bool isQuantity = t.Measure == Measure.Quantity;
        return new TabulationAnswer(
            t.Dimensions,
            t.Measure,
            isQuantity ? null
                : t.Measure == Measure.Cases ? "cases"
                : "seizures",
            new KnownOf(t.Known, t.Of),
            [.. t.Rows.Select(r => new TabulationAnswerRow(r.Key, r.Value, r.LeftOut))],
            isQuantity ? null : t.Total,
            request.Query
        );
    }
}
