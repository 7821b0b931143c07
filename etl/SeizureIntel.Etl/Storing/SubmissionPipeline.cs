using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Quality;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Takes one file from its bytes to cases: intake, screening, mapping, normalisation, quality. It reads the file twice: once to learn what
/// its columns tell as a whole, once to take the rows.</summary>
internal sealed class SubmissionPipeline
{
    private const int RowsPerChunk = 5_000;

    private readonly SourceDescription _source;
    private readonly CodeListSet _lists;
    private readonly ScreeningLists _screening;
    private readonly Submission _submission;
    private readonly string? _reporterDefault;
    private readonly LoadTargets _targets;
    private readonly IProgress<LoadProgress>? _progress;
    private readonly int _mostRows;
    private readonly IReadOnlySet<string>? _reporters;

    private List<Case> _cases = [];
    private List<Rejection> _rejections = [];
    private List<Issue> _issues = [];

    public SubmissionPipeline(
        SourceDescription source,
        CodeListSet lists,
        ScreeningLists screening,
        Submission submission,
        string? reporterDefault,
        LoadTargets targets,
        IProgress<LoadProgress>? progress,
        int mostRows = int.MaxValue,
        IReadOnlySet<string>? reporters = null
    )
    {
        _source = source;
        _lists = lists;
        _screening = screening;
        _submission = submission;
        _reporterDefault = reporterDefault;
        _targets = targets;
        _progress = progress;
        _mostRows = mostRows;
        _reporters = reporters;
    }

    /// <summary>What became of the rows so far; final once the chunks have ended.</summary>
    public LoadTally Tally { get; } = new();

    /// <summary>How a source's files are opened.</summary>
    public static IntakeOptions OptionsOf(SourceDescription source) =>
        new()
        {
            Delimiter = source.Format.Delimiter?[0],
            Sheet = source.Format.Sheet,
            DecimalSeparator = source.Format.DecimalMark?[0],
        };

    /// <summary>The chunks of a file in the order of its rows.</summary>
    /// <exception cref="UnreadableFileException">The file breaks off or passes a limit.</exception>
    /// <exception cref="SourceAssertionException">The file breaks an assertion of its source.</exception>
    public async IAsyncEnumerable<SubmissionChunk> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SourceMap map;
        ColumnSurvey columns;
        AmountSurvey amounts;
        int surveyed = 0;
        CaseRefSurvey references;
        string reporter = _reporterDefault ?? _source.Constants.GetValueOrDefault("reporting_country", "");
        using (RawFile first = FileIntake.Open(file, _submission.FileName, OptionsOf(_source)))
        {
            map = new SourceMap(_source, _screening, first.Columns);
            columns = new ColumnSurvey(map);
            amounts = new AmountSurvey(map);
            references = new CaseRefSurvey(map, _lists, reporter);
            _progress?.Report(new LoadProgress(_submission.FileName, 0, null));
            foreach (RawRow row in first.Rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (++surveyed > _mostRows)
                    throw Unreadable.TooManyRows(_mostRows);
                if (row.Cells.Count != first.Columns.Count || map.IsNoRecord(row.Cells))
                    continue;
                columns.Add(row.Cells);
                amounts.Add(row.Cells);
                references.Add(row.Cells);
            }
        }

        amounts.Complete();
        IReadOnlySet<(string, string)> used = await UsedBeforeAsync(references, cancellationToken).ConfigureAwait(false);
        var assembly = new CaseAssembly(new CaseBuilder(_submission), references, used);
        using RawFile second = FileIntake.Open(file, _submission.FileName, OptionsOf(_source));
        Tally.ReadAs = second.ReadAs;
        var reader = new RowPipeline(
            map,
            _screening,
            new RowNormaliser(map, _lists, columns, _reporterDefault),
            amounts,
            _targets.Archive,
            Tally
        );
        reader.DescribeColumns(_issues);
        int rows = 0;
        foreach (RawRow row in second.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.Read(row, _rejections, _issues) is { } accepted)
                assembly.Add(accepted, _cases, _issues);
            if (++rows % RowsPerChunk != 0)
                continue;
            _progress?.Report(new LoadProgress(_submission.FileName, rows, surveyed));
            yield return Chunk();
        }

        assembly.Complete(_cases, _issues);
        Tally.RowsSkipped += second.SkippedRows;
        Tally.ExactDuplicates = reader.ExactDuplicates;
        yield return Chunk();
        AssertionCheck.Hold(_source.Assertions, Tally);
        _progress?.Report(new LoadProgress(_submission.FileName, rows, surveyed));
    }

    private async Task<IReadOnlySet<(string Country, string Reference)>> UsedBeforeAsync(
        CaseRefSurvey references,
        CancellationToken cancellationToken
    )
    {
        var used = new HashSet<(string, string)>();
        if (_targets.Store is null)
            return used;
        foreach (IGrouping<string, string> country in references.ByCountry)
        {
            foreach (string[] some in country.Chunk(RowsPerChunk))
                used.UnionWith(
                    (
                        await _targets.Store.FindUsedCaseRefsAsync(Reader.Owner, country.Key, some, cancellationToken).ConfigureAwait(false)
                    ).Select(r => (country.Key, r))
                );
        }

        return used;
    }

    private SubmissionChunk Chunk()
    {
        foreach (Issue issue in _issues)
            Tally.Add(issue);
        foreach (Case found in _cases)
        {
            if (_reporters?.Contains(found.ReportingCountry.Code ?? "") == false)
                throw Unreadable.OtherReporter(found.ReportingCountry.Code ?? "", _reporters);
            Tally.Cases++;
            Tally.Seizures += found.Seizures.Count;
            DateOnly date = found.SeizureDate.Start;
            if (Tally.Earliest is null || date < Tally.Earliest)
                Tally.Earliest = date;
            if (Tally.Latest is null || date > Tally.Latest)
                Tally.Latest = date;
        }

        var chunk = new SubmissionChunk(_cases, _rejections, _issues);
        (_cases, _rejections, _issues) = ([], [], []);
        return chunk;
    }
}
