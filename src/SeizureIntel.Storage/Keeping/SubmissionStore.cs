using System;
using Microsoft.Extensions.Logging;
using SeizureIntel.Ports;
using SeizureIntel.Storage.Settings;

namespace SeizureIntel.Storage.Keeping;

/// <summary>What came in, in a relational database.</summary>
/// <remarks>Small tables go through EF Core; cases and their children, written and read by the hundred thousand, through commands built from the same
/// model.</remarks>
internal sealed partial class SubmissionStore(Database database, StorageOptions options, TimeProvider time, ILogger log, LeaseOwner owner)
    : ISubmissionStore;
