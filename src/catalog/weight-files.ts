/** How the note of a size begins to tell what a model's published weight files hold. */
export const WEIGHT_FILES_HOLD = 'Weight files hold';
