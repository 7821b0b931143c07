using System.Text.Json.Serialization;
using SeizureIntel.App.Api.Contracts;

namespace SeizureIntel.App.Caching;

/// <summary>How kept studies are written: made at build time, as a kept answer must not wait for a serialiser to look at its types.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(SeizureQueryConverter), typeof(CellConverter)]
)]
[JsonSerializable(typeof(KeptStudy))]
internal sealed partial class KeptStudyJson : JsonSerializerContext;
