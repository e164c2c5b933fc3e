using Sluice;

namespace Corpus.HandlerWithLocalFunctions;

public interface IBookings
{
    int Revision { get; }

    IEnumerable<(int Revision, Guid Id, string Guest)> Made(int since);

    IEnumerable<(int Revision, Guid Id)> Cancelled(int since);
}

[ObjectClass("booking")]
public sealed partial record Booking([Uid] Guid Id, [Name] string Guest);

/// <summary>Two phases, each of which can end the run.</summary>
[Connector("corpus-handler-local-functions")]
public sealed partial class BookingConnector(IBookings bookings)
{
    [LatestSyncToken<Booking>]
    public int? Latest() => bookings.Revision;

    [Sync<Booking>]
    public void Sync(int? since, ISyncTokenResultsHandler<Booking> handler)
    {
        var revision = bookings.Revision;
        var token = (SyncToken)revision;
        if (Deliver(Cancelled()) && Deliver(Made()))
            handler.HandleResult(token);

        bool Deliver(IEnumerable<SyncDelta<Booking>> deltas)
        {
            foreach (var delta in deltas)
            {
                if (!handler.Handle(delta))
                    return false;
            }

            return true;
        }

        IEnumerable<SyncDelta<Booking>> Cancelled()
            => bookings.Cancelled(since ?? 0).Where(booking => booking.Revision <= revision).Select(booking => SyncDelta.Delete<Booking>(token, booking.Id.ToString()));

        IEnumerable<SyncDelta<Booking>> Made()
        {
            foreach (var (made, id, guest) in bookings.Made(since ?? 0))
            {
                if (made > revision)
                    yield break;
                yield return SyncDelta.CreateOrUpdate(token, new Booking(id, guest));
            }
        }
    }
}
