using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Serials;

/// <summary>Says whether a weapon with a serial number was seized before; the number is asked by its exact value, hashed, and kept nowhere.</summary>
/// <param name="submissions">Where hashes are.</param>
/// <param name="serials">Hashes numbers.</param>
public sealed class SerialDesk(ISubmissionStore submissions, SerialHash serials)
{
    /// <summary>Code of the fault for a text that is no serial number.</summary>
    public const string NoNumber = "no_serial_number";

    private const int MostSeizures = 100;

    /// <summary>Whether there is a key, so that numbers can be asked for.</summary>
    public bool AreKept => serials.Key is not null;

    /// <summary>The seizures that a reader may see of which a serial number is this one.</summary>
    /// <exception cref="Fault">There is no key, or this is no serial number.</exception>
    public async Task<SerialAnswer> FindAsync(Reader reader, SerialToFind asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!AreKept)
            throw Fault.Usage(
                "no_serial_key",
                "Serial numbers are counted here and not kept.",
                "An operator sets Serials:Key; numbers of files that come in from then on can be asked for."
            );
        string hash = serials.Of(asked.SerialNumber ?? "")
            ?? throw Fault.Usage(
                NoNumber,
                "This is no serial number.",
                "Give the whole number: three letters or digits at least, a digit among them."
            );
        var seizures = new List<SerialSeizure>();
        IReadOnlyList<string> ids = await submissions.FindBySerialAsync(reader, hash, MostSeizures + 1, cancellationToken);
        foreach (string id in ids.Take(MostSeizures))
        {
            if (await submissions.FindCaseAsync(reader, id, cancellationToken) is { } found)
                seizures.Add(Told(found, found.Seizures.First(s => s.Id == id)));
        }

        return new SerialAnswer(seizures, ids.Count > MostSeizures);
    }

    private static SerialSeizure Told(Case found, Seizure seizure) =>
        new(seizure.Id, found.Id, found.SeizureDate.Start, found.ReportingCountry.Code, seizure.Product.Code);
}
