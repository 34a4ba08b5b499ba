import path from 'node:path';
import { loadProfiles } from '../../src/plan/profiles.ts';
import type { PressProfile } from '../../src/press/profile.ts';

const layouts = path.resolve(import.meta.dirname, '../../layouts');
const loaded = await loadProfiles([layouts], layouts);

/** The shipped profiles by id. */
export const profiles = loaded.profiles;
export const fogra39 = profiles.fogra39 as PressProfile;
export const gracol = profiles.gracol as PressProfile;
