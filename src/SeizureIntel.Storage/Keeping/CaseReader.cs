using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using SeizureIntel.Cases;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;

namespace SeizureIntel.Storage.Keeping;

/// <summary>Reads ranges of cases: six ordered queries merged by case number, each prepared once.</summary>
internal sealed class CaseReader : IDisposable
{
    private readonly Reader _reader;
    private readonly Tables _tables;
    private readonly RowSource _caseSource;
    private readonly CaseRow _case = new();
    private readonly Children<SeizureRow, Seizure> _seizures;
    private readonly Children<SerialHashRow, (long Item, string Value)> _hashes;
    private readonly Children<RouteLegRow, RouteLeg> _legs;
    private readonly Children<ConcealmentRow, Concealment> _concealments;
    private readonly Children<TokenRow, ConveyanceToken> _tokens;
    private readonly Dictionary<long, (string Id, string Source)> _submissions;
    private ILookup<long, string>? _ofCase;

    /// <param name="reader">Who may see what is read.</param>
    /// <param name="dialect">The engine.</param>
    /// <param name="connection">Stays open as long as the reader.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="submissions">Id and source by number of every submission that was not withdrawn.</param>
    public CaseReader(
        Reader reader,
        StoreDialect dialect,
        DbConnection connection,
        Tables tables,
        Dictionary<long, (string Id, string Source)> submissions
    )
    {
        _reader = reader;
        _tables = tables;
        _submissions = submissions;
        _caseSource = dialect.Select(connection, null, tables.Cases.SelectRange);
        _seizures = new(tables.Seizures, Source(tables.Seizures), r => r.CaseNumber, r => SeizureRows.Read(r, HashesOf(r.Item)));
        _hashes = new(tables.SerialHashes, Source(tables.SerialHashes), r => r.CaseNumber, r => (r.Item, r.Value));
        _legs = new(tables.Legs, Source(tables.Legs), r => r.CaseNumber, ChildRows.Read);
        _concealments = new(tables.Concealments, Source(tables.Concealments), r => r.CaseNumber, ChildRows.Read);
        _tokens = new(tables.Tokens, Source(tables.Tokens), r => r.CaseNumber, ChildRows.Read);

        RowSource Source<TRow>(Table<TRow> table) => dialect.Select(connection, null, table.SelectRange);
    }

    /// <summary>The cases with these numbers, both ends included, in order, as far as the reader may see them.</summary>
    public List<Case> Read(long first, long last)
    {
        var cases = new List<Case>();
        _caseSource.Start(first, last);
        _seizures.Start(first, last);
        _hashes.Start(first, last);
        _legs.Start(first, last);
        _concealments.Start(first, last);
        _tokens.Start(first, last);
        while (_caseSource.Next())
        {
            _tables.Cases.Read(_caseSource, _case);
            long number = _case.CaseNumber;
            _ofCase = _hashes.Of(number) is { Count: > 0 } hashes ? hashes.ToLookup(h => h.Item, h => h.Value) : null;
            (IReadOnlyList<RouteLeg> legs, IReadOnlyList<Concealment> concealments, IReadOnlyList<Seizure> seizures) = (
                _legs.Of(number),
                _concealments.Of(number),
                _seizures.Of(number)
            );
            IReadOnlyList<ConveyanceToken> tokens = _tokens.Of(number);
            if (_case.IsLeftOut || !_submissions.TryGetValue(_case.SubmissionNumber, out (string Id, string Source) submission))
                continue;
            Case read = CaseRows.Read(_case, submission.Id, submission.Source, legs, concealments, seizures);
            if (_reader.Sees(read.ReportingCountry.Code, read.Marking))
                cases.Add(tokens.Count == 0 ? read : read with { Tokens = tokens });
        }

        return cases;
    }

    public void Dispose()
    {
        _caseSource.Dispose();
        _seizures.Dispose();
        _hashes.Dispose();
        _legs.Dispose();
        _concealments.Dispose();
        _tokens.Dispose();
    }

    private IReadOnlyList<string> HashesOf(long item) => _ofCase is null ? [] : [.. _ofCase[item]];
}
