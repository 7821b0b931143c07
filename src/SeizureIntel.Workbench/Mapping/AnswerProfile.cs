using AutoMapper;
using SeizureIntel.Bulletins;
using SeizureIntel.Queries;
using SeizureIntel.Submissions;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.State;
using SeizureIntel.Workbench.Submissions;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.Workbench.Mapping;

/// <summary>From the domain's objects to the contracts; a test holds it complete.</summary>
public sealed class AnswerProfile : Profile
{
    /// <summary>Declares every mapping.</summary>
    public AnswerProfile()
    {
        CreateMap<IssueCount, IssueAnswer>();
        CreateMap<Rejection, RejectionAnswer>();
        CreateMap<IndexState, HeldState>();
        CreateMap<TabulationRow, TabulationAnswerRow>();
        CreateMap<LoadReport, SubmissionAnswer>()
            .ForMember(r => r.Id, m => m.MapFrom(l => l.Submission.Id))
            .ForMember(r => r.File, m => m.MapFrom(l => l.Submission.FileName))
            .ForMember(r => r.Source, m => m.MapFrom(l => l.Submission.Source))
            .ForMember(r => r.ReceivedAt, m => m.MapFrom(l => l.Submission.ReceivedAt))
            .ForMember(r => r.SentBy, m => m.MapFrom(l => l.Submission.SentBy))
            .ForMember(r => r.Sha256, m => m.MapFrom(l => l.Submission.Sha256))
            .ForMember(r => r.NotSearchable, m => m.Ignore());
        CreateMap<BulletinRecord, BulletinEntry>().ForCtorParam(nameof(BulletinEntry.Marking), m => m.MapFrom(b => b.Marking.Label()));
    }
}
