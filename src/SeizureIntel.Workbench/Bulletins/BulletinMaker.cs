using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.CodeLists;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Running;
using SeizureIntel.Workbench.Studies;

namespace SeizureIntel.Workbench.Bulletins;

/// <summary>Makes bulletins for who does not wait for them: each is a run, made once however many ask for it.</summary>
public sealed class BulletinMaker(BulletinDesk bulletins, StudyRuns runs, StudyDesk studies, FilterReader filters, CodeListSet codeLists)
{
    /// <summary>The name of the run of a bulletin.</summary>
    public const string Name = "bulletin";

    private const Marking Usual = Marking.Amber;

    /// <summary>Begins a bulletin, or finds the one that is being made of the same scope and data.</summary>
    /// <exception cref="Fault">The scope was not understood, or reaches beyond what the reader sees.</exception>
    public async Task<StudyRun> BeginAsync(Reader reader, BulletinToMake asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(asked);
        Marking marking = MarkingOf(reader, asked.Marking);
        Filter filter = filters.Read(asked with { Region = RegionOf(reader, asked.Region) });
        string question = $"{SeizureQueryJson.Write(filter.Query)}\n{filter.Region}\n{marking.Label()}";
        string? data = await studies.ConfirmedVersionAsync(cancellationToken);
        return runs.Of(reader, Name, question, data, MakeAsync);

        async Task<BulletinAnswer> MakeAsync(StudyRun run, CancellationToken stop)
        {
            using var folder = new WorkingFolder();
            BulletinAnswer made = await bulletins.MakeAsync(reader, filter, marking, folder.Path, run, run, stop);
            run.Made = made.Id;
            return made;
        }
    }

    private static Marking MarkingOf(Reader reader, string? asked)
    {
        if (string.IsNullOrWhiteSpace(asked))
            return reader.Ceiling < Usual ? reader.Ceiling : Usual;
        Marking marking = MarkingText.Require(asked);
        return marking <= reader.Ceiling
            ? marking
            : throw Fault.Usage(
                "marking_above_reader",
                $"The bulletin would be {marking.Label()}; you see records up to {reader.Ceiling.Label()}.",
                $"Make it {reader.Ceiling.Label()}, or less."
            );
    }

    // A bulletin says which region it covers: it must not leave out countries of it because its maker does not see them.
    private string? RegionOf(Reader reader, string? asked)
    {
        if (reader.Countries is not { } own)
            return asked;
        string all = string.Join(',', own.Order(StringComparer.Ordinal));
        if (string.IsNullOrWhiteSpace(asked))
            return all;
        IEnumerable<string> hidden = new RegionNames(codeLists).Countries(asked.Trim()).Except(own).Order(StringComparer.Ordinal);
        return hidden.Any()
            ? throw Fault.Usage(
                "region_not_seen",
                $"Your office does not see every country of {asked.Trim()}: not {string.Join(", ", hidden)}.",
                $"Choose among {all}."
            )
            : asked;
    }
}
