using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Labels;

namespace SeizureIntel.Workbench.Exports;

/// <summary>Writes every seizure of a search: as shown, or in the exchange template's columns.</summary>
/// <param name="index">Gives the seizures.</param>
/// <param name="codeLists">Names of codes.</param>
public sealed class ExportDesk(ISeizureIndex index, CodeListSet codeLists)
{
    private const int PageSize = 1000;

    /// <summary>What the question asks for, checked, before the first byte is written.</summary>
    /// <exception cref="Fault">A member names what is not there, or a field above the reader's clearance.</exception>
    public ExportPlan Plan(Reader reader, ExportQuery asked)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(asked);
        SeizureField[] named = [.. FieldNames.List(asked.Columns).Select(n => SeizureFields.Find(n)!)];
        if (asked.Sort is { } sort)
            FieldNames.Require(sort.TrimStart('-'));
        SeizureQuery query = new FilterReader(codeLists).Read(asked).Query;
        SeizureField[] all =
        [
            .. named.SelectMany(f => ValueWords.CompanionOf(f.Name) is { } other ? [f, SeizureFields.Find(other)!] : new[] { f }),
        ];
        if ((Restriction.FieldAbove(reader, query) ?? all.FirstOrDefault(f => !reader.Sees(f))) is { } above)
            throw Fault.Usage(
                "wrong_query",
                $"{above.Name} is shown to readers of {above.Least.Label()} and above.",
                "Leave the field out of columns and conditions."
            );
        return new ExportPlan(query, asked.Format, [.. all.Distinct()], asked.Sort);
    }

    /// <summary>Writes what was planned; a page of seizures is in memory at a time.</summary>
    /// <returns>Seizures written.</returns>
    public async Task<int> WriteAsync(Reader reader, ExportPlan plan, Stream target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Columns.Count == 0 && plan.Sort is null)
            return await SeizureExport.WriteAsync(index, reader, plan.Query, plan.Format, target, cancellationToken);
        IReadOnlyList<SeizureField> columns = plan.Columns.Count > 0 ? plan.Columns : [.. SeizureExport.Columns.Where(reader.Sees)];
        var cells = new HitCells(columns, plan.Columns.Count > 0 ? new ValueWords(codeLists) : null);
        using RowWriter rows = RowWriter.Of(plan.Format, target, [.. columns.Select(c => c.Name)]);
        int count = 0;
        await foreach (SeizureHit hit in HitsAsync(reader, plan, cancellationToken))
        {
            rows.Add(cells.Of(hit));
            count++;
        }

        return count;
    }

    private async IAsyncEnumerable<SeizureHit> HitsAsync(
        Reader reader,
        ExportPlan plan,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string? cursor = null;
        do
        {
            var request = new SearchRequest
            {
                Query = plan.Query,
                Size = PageSize,
                Sort = plan.Sort ?? "-seizure_date",
                Cursor = cursor,
            };
            SearchResult page = await Misuse.AskAsync(() => index.SearchAsync(reader, request, cancellationToken));
            foreach (SeizureHit hit in page.Hits)
                yield return hit;
            cursor = page.Cursor;
        } while (cursor is not null);
    }
}
