using System;
using System.Collections.Generic;

namespace SeizureIntel.Workbench.Serials;

/// <summary>Where a serial number was seized before.</summary>
/// <param name="Seizures">The seizures, in the order of receipt, at most 100; empty where there is none that the reader may see.</param>
/// <param name="IsCut">Whether there are more than these.</param>
public sealed record SerialAnswer(IReadOnlyList<SerialSeizure> Seizures, bool IsCut);

/// <summary>A seizure of a weapon with the number that was asked for.</summary>
/// <param name="Id">The seizure.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="SeizureDate">The first day of its date.</param>
/// <param name="ReportingCountry">ISO 3166-1 alpha-2.</param>
/// <param name="Product">Product code.</param>
public sealed record SerialSeizure(string Id, string CaseId, DateOnly SeizureDate, string ReportingCountry, string Product);
