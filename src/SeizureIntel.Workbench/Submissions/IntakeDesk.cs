using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using AutoMapper;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Measures;
using SeizureIntel.Workbench.Steps;
using SeizureIntel.Workbench.Watches;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>Takes files in until their rows are searchable; command line and API alike.</summary>
public sealed class IntakeDesk(
    SubmissionLoader loader,
    IndexFeeder feeder,
    StoreChanges changes,
    ISubmissionStore submissions,
    CodeListSet codeLists,
    SourceShelf sources,
    WatchRunner watches,
    IMapper mapper,
    TimeProvider clock
)
{
    /// <summary>The name of a source, or null where none is asked for.</summary>
    /// <exception cref="Fault">There is no such source.</exception>
    public async Task<string?> KnownSourceAsync(string? name, CancellationToken cancellationToken)
    {
        if (name is null)
            return null;
        IReadOnlyList<SourceDescription> all = await sources.AllAsync(cancellationToken);
        return all.Any(s => s.Name == name)
            ? name
            : throw Fault.Usage(
                "unknown_source",
                $"There is no source '{name}'.",
                $"{NearestNames.Question(name, all.Select(s => s.Name))} All: ./run sources list"
            );
    }

    /// <summary>The code of a country, or null where none is asked for.</summary>
    /// <exception cref="Fault">There is no such country.</exception>
    public string? KnownReporter(string? name)
    {
        if (name is null)
            return null;
        CodeList countries = codeLists["countries"];
        return countries.Find(name)?.Value
            ?? throw Fault.Usage(
                "unknown_country",
                $"There is no country '{name}'.",
                NearestNames.Question(name, countries.Nearest(name).Select(c => $"{c.Value} {c.Label}"))
            );
    }

    /// <summary>What became of an earlier sending under the same name by the same sender; null where there was none.</summary>
    /// <param name="reader">Who sends.</param>
    /// <param name="requestKey">The name, hashed.</param>
    /// <param name="file">The bytes now; left at their start.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="Fault">Other bytes were sent under that name.</exception>
    public async Task<SubmissionAnswer?> EarlierAsync(Reader reader, string requestKey, Stream file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (await submissions.FindRequestAsync(reader, requestKey, cancellationToken) is not { } earlier)
            return null;
        file.Position = 0;
        string sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        file.Position = 0;
        return sha256 == earlier.Submission.Sha256
            ? mapper.Map<SubmissionAnswer>(earlier)
            : throw Fault.Usage(
                "key_used_before",
                "Another file was sent with this Idempotency-Key.",
                "Give each file a key of its own, and the same key only to the same file sent again."
            );
    }

    /// <summary>Takes one file in and brings it to the index.</summary>
    /// <param name="file">The bytes; able to seek.</param>
    /// <param name="fileName">The name it was sent under.</param>
    /// <param name="choice">How.</param>
    /// <param name="steps">Told how many rows are read and how many seizures are searchable; null for nobody.</param>
    /// <param name="cancellationToken">Rolls the file back when signalled before the commit.</param>
    public async Task<SubmissionAnswer> TakeAsync(
        Stream file,
        string fileName,
        IntakeChoice choice,
        IProgress<Step>? steps,
        CancellationToken cancellationToken
    )
    {
        long began = clock.GetTimestamp();
        var request = new LoadRequest
        {
            File = file,
            FileName = fileName,
            SourceName = choice.SourceName,
            Draft = choice.Draft,
            ReporterDefault = choice.Reporter,
            IsDryRun = choice.IsDryRun,
            MostRows = choice.MostRows,
            Reporters = choice.Reporters,
            AcceptedBy = choice.AcceptedBy,
            SentBy = choice.SentBy,
            RequestKey = choice.RequestKey,
        };
        async Task<LoadReport> LoadAsync()
        {
            await using StagedSubmission staged = feeder.Stage();
            IntakeSteps? told = steps is not null ? new IntakeSteps(steps) : null;
            LoadReport loaded = await loader.LoadAsync(request with { Along = staged.Along }, told, cancellationToken);
            if (loaded.Status == SubmissionStatus.Loaded && !choice.IsDryRun)
                await staged.PublishAsync(loaded.Submission.Id, told, cancellationToken);
            return loaded;
        }

        // What the index looks up by is made while the file is read.
        Task prepared = choice.IsDryRun
            ? Task.CompletedTask
            : Task.Run(() => feeder.PrepareAsync(cancellationToken), CancellationToken.None);
        LoadReport report;
        try
        {
            report = await LoadAsync();
        }
        catch (BusyOutboxException)
        {
            // What it mends is on its way to the index; nothing of the file was kept.
            report = await changes.MakeAsync(LoadAsync, cancellationToken);
        }
        finally
        {
            await prepared.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (choice.IsDryRun || report.Status == SubmissionStatus.Refused)
            return mapper.Map<SubmissionAnswer>(report);

        // Also for a file that was received before: what a process left that ended between commit and index is brought there now.
        int notSearchable = await feeder.SettleAsync(steps is not null ? new IntakeSteps(steps) : null, cancellationToken);
        double seconds = Math.Round(clock.GetElapsedTime(began).TotalSeconds, 3);
        if (report.Status == SubmissionStatus.Loaded)
        {
            Measured.Intake(report.Submission.Source, report.RowsAccepted, report.RowsRejected);
            await submissions.RecordDurationAsync(report.Submission.Id, seconds, cancellationToken);
        }

        await watches.RunAsync(cancellationToken);
        return mapper.Map<SubmissionAnswer>(report with { Seconds = seconds }) with { NotSearchable = notSearchable };
    }
}
