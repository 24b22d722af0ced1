public import Operations

/// Every controller of pages and of the business API. Health, metrics, documentation, sign-in and the till come
/// with the application itself.
public enum Routes {
    /// - Throws: A template that cannot be read.
    public static func controllers(_ surroundings: Surroundings, version: String) throws -> [any Controller] {
        [
            try HomeController(version: version), NoticesController(surroundings: surroundings),
            ClientProgramController(surroundings: surroundings), ClientLoyaltyController(surroundings: surroundings),
            ClientOrderController(surroundings: surroundings), ShopsController(surroundings: surroundings),
            OrdersController(surroundings: surroundings),
            OrderClaimsController(surroundings: surroundings), ProgramController(surroundings: surroundings),
            MembersController(surroundings: surroundings), ExplanationsController(surroundings: surroundings),
            EntriesController(surroundings: surroundings),
            AdjustmentsController(surroundings: surroundings), RewardsController(surroundings: surroundings),
            RedemptionsController(surroundings: surroundings), HoldsController(surroundings: surroundings),
            ReferralProgramController(surroundings: surroundings), MeController(surroundings: surroundings),
            AuditLogController(surroundings: surroundings), ExportsController(surroundings: surroundings),
            SealsController(surroundings: surroundings), ActivityController(surroundings: surroundings),
            TiersController(surroundings: surroundings), BonusesController(surroundings: surroundings),
        ]
    }
}
